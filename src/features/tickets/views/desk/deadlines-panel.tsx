import { formatDuration } from "../../../service-levels/index.ts";
import { DescriptionList, Panel, Tag, Time, useUi } from "../../../../ui/index.ts";
import type { KeptClock } from "../../store/clocks.ts";
import { deadlineWords } from "../../words-deadlines.ts";
import { DueTag } from "../due-tag.tsx";
import { ticketPath, type TicketScreen } from "./ticket-screen.ts";

/** What is promised to this customer, how near it is, and what of it was kept; the page behind it explains each. */
export const DeadlinesPanel = ({ screen: { ticket, clocks } }: { screen: TicketScreen }) => {
  const w = deadlineWords[useUi().locale];
  if (clocks.length === 0) return null;
  return (
    <Panel
      look="section"
      title={w.panel}
      id="deadlines"
      action={
        <a class="text-link small" href={ticketPath(ticket, "/deadlines")}>
          {w.explain}
        </a>
      }
    >
      <DescriptionList
        items={lastRounds(clocks).map((clock) => ({
          term: w.kinds[clock.kind],
          detail: clock.endedAt ? <OutcomeTag clock={clock} /> : <Running clock={clock} />,
        }))}
      />
    </Panel>
  );
};

/** Of the answers only the last one matters here. */
const lastRounds = (clocks: readonly KeptClock[]): KeptClock[] =>
  clocks.filter((clock) => !clocks.some((other) => other.kind === clock.kind && other.round > clock.round));

const Running = ({ clock }: { clock: KeptClock }) => {
  const w = deadlineWords[useUi().locale];
  const { kind, dueAt, warnAt } = clock;
  const left = clock.targetMinutes - clock.usedMinutes;
  return (
    <>
      <DueTag due={{ kind, at: dueAt, warnAt }} look="plain" />{" "}
      <span class="muted small">
        {dueAt ? <Time at={dueAt} look="datetime" /> : w.left({ time: formatDuration(Math.max(left, 0)) })}
      </span>
    </>
  );
};

export const OutcomeTag = ({ clock }: { clock: Pick<KeptClock, "outcome"> }) => {
  const w = deadlineWords[useUi().locale];
  if (clock.outcome === "met")
    return (
      <Tag tone="success" look="plain">
        {w.met}
      </Tag>
    );
  if (clock.outcome === "missed")
    return (
      <Tag tone="danger" look="plain">
        {w.missed}
      </Tag>
    );
  return (
    <Tag tone="muted" look="plain">
      {w.dropped}
    </Tag>
  );
};
