import { useUi, Time } from "../../../../ui/index.ts";
import type { TimelineEntry } from "../../rules/sight.ts";
import { deskWords } from "../../words-desk.ts";
import { historyLine } from "./history.tsx";
import type { TicketScreen } from "./ticket-screen.ts";

/** What others did since the page was made: who, what, and of letters the beginning. */
export const Meanwhile = ({ entries, screen }: { entries: readonly TimelineEntry[]; screen: TicketScreen }) => {
  const { locale } = useUi();
  const w = deskWords[locale].composer;
  if (entries.length === 0) return null;
  return (
    <ul class="meanwhile">
      {entries.map((entry) => (
        <li key={entry.id}>
          {entry.message ? (
            <>
              <b>{entry.message.authorName}</b> {entry.message.isInternal ? w.noted : w.wrote}{" "}
              <a class="text-link" href={`#m${entry.message.id}`}>
                {w.quoted({ text: beginningOf(entry.message.text) })}
              </a>
            </>
          ) : (
            historyLine(entry, { around: screen.around, locale, type: screen.ticket.type }).words
          )}{" "}
          <span class="muted">
            <Time at={entry.at} />
          </span>
        </li>
      ))}
    </ul>
  );
};

const beginningOf = (text: string): string => {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
};
