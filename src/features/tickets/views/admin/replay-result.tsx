import { formatNumber, type Locale } from "../../../../platform/i18n/index.ts";
import { Stat, Stats, Table, Tag, Time, useUi, type Column } from "../../../../ui/index.ts";
import type { Moved, Replay, Standing } from "../../../service-levels/index.ts";
import type { Ticket } from "../../rules/ticket.ts";
import { deadlineWords } from "../../words-deadlines.ts";
import { replayWords } from "../../words-replay.ts";
import { ticketPath } from "../desk/ticket-screen.ts";

interface ReplayResultProps {
  replay: Replay;
  /** The first of what would move. */
  examples: readonly Moved[];
  tickets: ReadonlyMap<number, Ticket>;
  /** How far it looks back. */
  days: number;
  /** There were more tickets than there was time. */
  isPartial: boolean;
}

/** What other deadlines would have meant for past tickets, with some of these to look at. */
export const ReplayResult = ({ replay, examples, tickets, days, isPartial }: ReplayResultProps) => {
  const { locale } = useUi();
  const w = replayWords[locale];
  if (replay.tickets === 0) return <p>{w.noTickets({ days })}</p>;
  const said = { count: formatNumber(replay.tickets, locale), tickets: replay.tickets, days };
  return (
    <>
      <p>{isPartial ? w.partial(said) : w.about(said)}</p>
      {replay.moved.length === 0 ? (
        <p>
          <b>{w.nothing}</b>
        </p>
      ) : (
        <>
          <Counts replay={replay} />
          <p class="muted">
            {w.really({
              kept: formatNumber(replay.reallyKept, locale),
              missed: formatNumber(replay.reallyMissed, locale),
            })}
          </p>
          <Table
            caption={w.examples}
            showCaption
            columns={columnsOf(tickets, { locale, wasOther: examples.some(wasOther) })}
            rows={examples.filter(({ ticketId }) => tickets.has(ticketId))}
            keyOf={({ ticketId, kind, round }) => `${ticketId} ${kind} ${round}`}
          />
        </>
      )}
    </>
  );
};

/** New and gone deadlines only where there are some; the others also when they are none. */
const Counts = ({ replay }: { replay: Replay }) => {
  const { locale } = useUi();
  const w = replayWords[locale];
  const number = (count: number): string => formatNumber(count, locale);
  const of = w.of({ count: number(replay.deadlines) });
  return (
    <Stats>
      <Stat label={w.earlier} value={number(replay.earlier)} hint={of} />
      <Stat label={w.later} value={number(replay.later)} hint={of} />
      <Stat label={w.keptToMissed} value={number(replay.keptToMissed)} />
      <Stat label={w.missedToKept} value={number(replay.missedToKept)} />
      {replay.added > 0 && (
        <Stat
          label={w.added}
          value={number(replay.added)}
          hint={w.addedMissed({ count: number(replay.addedMissed) })}
        />
      )}
      {replay.removed > 0 && <Stat label={w.removed} value={number(replay.removed)} />}
    </Stats>
  );
};

/** Something else was agreed then than holds today. */
const wasOther = ({ before, really }: Moved): boolean =>
  before?.dueAt.getTime() !== really?.dueAt.getTime() || before?.verdict !== really?.verdict;

const columnsOf = (
  tickets: ReadonlyMap<number, Ticket>,
  { locale, wasOther }: { locale: Locale; wasOther: boolean },
): readonly Column<Moved>[] => {
  const w = replayWords[locale];
  return [
    {
      key: "ticket",
      heading: w.ticket,
      width: "grow",
      narrow: "title",
      cell: ({ ticketId }) => {
        const ticket = tickets.get(ticketId);
        return ticket && <a href={ticketPath(ticket, "/deadlines")}>{`#${ticket.number} ${ticket.subject}`}</a>;
      },
    },
    { key: "deadline", heading: w.deadline, cell: ({ kind }) => deadlineWords[locale].kinds[kind] },
    ...(wasOther
      ? [{ key: "really", heading: w.reallyThen, cell: ({ really }: Moved) => <Stands standing={really} /> }]
      : []),
    { key: "before", heading: w.before, cell: ({ before }) => <Stands standing={before} /> },
    { key: "after", heading: w.after, cell: ({ after }) => <Stands standing={after} /> },
  ];
};

const tones = { kept: "success", missed: "danger", open: "neutral" } as const;

const Stands = ({ standing }: { standing: Standing | null }) => {
  const w = replayWords[useUi().locale];
  if (!standing) return <span class="muted">{w.none}</span>;
  return (
    <span>
      <Time at={standing.dueAt} look="datetime" />{" "}
      <Tag tone={tones[standing.verdict]} look="plain">
        {w.verdicts[standing.verdict]}
      </Tag>
    </span>
  );
};
