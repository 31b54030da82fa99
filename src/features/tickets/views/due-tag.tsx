import { formatExact } from "../../../platform/i18n/index.ts";
import { Tag, useUi, type IconName, type Tone } from "../../../ui/index.ts";
import { dueState, type DueState } from "../rules/deadlines.ts";
import type { Due } from "../rules/ticket.ts";
import { deadlineWords } from "../words-deadlines.ts";

const looks: Readonly<Record<DueState, { tone: Tone; icon: IconName }>> = {
  overdue: { tone: "danger", icon: "octagon-alert" },
  soon: { tone: "warning", icon: "triangle-alert" },
  ahead: { tone: "neutral", icon: "clock" },
  paused: { tone: "muted", icon: "circle-pause" },
};

/** How near a deadline is: colour, icon and words; which one and when exactly, in the tooltip. */
export const DueTag = ({ due, look }: { due: Due; look?: "soft" | "plain" | undefined }) => {
  const ui = useUi();
  const w = deadlineWords[ui.locale];
  const state = dueState(due, ui.now);
  const kind = w.kinds[due.kind];
  if (due.at === null)
    return (
      <Tag {...looks.paused} look={look} title={w.said.paused({ kind })}>
        {w.paused}
      </Tag>
    );
  const days = state === "overdue" ? w.daysLate : w.days;
  const time = nearness(Math.abs(due.at.getTime() - ui.now.getTime()), days);
  const said = state === "paused" ? w.said.ahead : w.said[state];
  return (
    <Tag {...looks[state]} look={look} title={said({ kind, at: formatExact(due.at, ui) })}>
      <span class="sr-only">{kind}: </span>
      {state === "overdue" ? w.overdueFor({ time }) : w.dueIn({ time })}
    </Tag>
  );
};

/** Minutes up to an hour, hours up to two days, then days; as short as a column wants it. */
const nearness = (milliseconds: number, days: (p: { count: number }) => string): string => {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : days({ count: Math.round(hours / 24) });
};
