import type { WorkingTime } from "../../working-time/rules/index.ts";
import { clocksOf, runsOutAt, type Clock } from "./clocks.ts";
import type { Agreements, Fact } from "./history.ts";
import type { ClockKind, Target } from "./targets.ts";

/** How a deadline ended, or stands now. */
export type Verdict = "kept" | "missed" | "open";

export interface Standing {
  /** When the time was or would be used up; of what ended or rests before that, as if it had counted on from then. */
  dueAt: Date;
  verdict: Verdict;
}

/** One deadline that is another one under the other agreements; null where it would not exist. */
export interface Moved {
  ticketId: number;
  kind: ClockKind;
  round: number;
  before: Standing | null;
  after: Standing | null;
  /** By what was really agreed at the time; null where nothing was. */
  really: Standing | null;
}

export interface Replay {
  tickets: number;
  /** Deadlines that there were or would be. */
  deadlines: number;
  earlier: number;
  later: number;
  /** Would be promised, and were not; of these missed. */
  added: number;
  addedMissed: number;
  /** Would not be promised any longer. */
  removed: number;
  keptToMissed: number;
  missedToKept: number;
  /** By what was really agreed at the time. */
  reallyKept: number;
  reallyMissed: number;
  /** What turns first, then what moves most. */
  moved: readonly Moved[];
}

const always = new Date(0);

/** What is agreed now, as if it had held all the time: so that two of them differ by nothing but a change. */
export const asIfAlways = ({ targets, calendars }: Agreements): Agreements => ({
  targets: targets.filter(({ until }) => until === null).map((target) => ({ ...target, since: always })),
  calendars: new Map(
    [...calendars].map(([id, versions]) => [id, versions.slice(-1).map(({ time }) => ({ since: always, time }))]),
  ),
});

export const withCalendar = (
  { targets, calendars }: Agreements,
  { calendarId, time }: { calendarId: number; time: WorkingTime },
): Agreements => ({ targets, calendars: new Map([...calendars, [calendarId, [{ since: always, time }]]]) });

/** `ends`: the promise that holds no longer; `begins`: the one that holds instead, or is new. */
export const withTarget = (
  { targets, calendars }: Agreements,
  { ends, begins }: { ends: number | null; begins: Omit<Target, "id" | "since" | "until"> | null },
): Agreements => ({
  targets: [
    ...targets.filter(({ id }) => id !== ends),
    ...(begins ? [{ ...begins, id: ends ?? 0, since: always, until: null }] : []),
  ],
  calendars,
});

interface Replayed {
  ticketId: number;
  before: readonly Fact[];
  /** Where the change is none of the agreements, but e.g. which calendar a team has. */
  after?: readonly Fact[];
  /** With the calendars that its teams really had. */
  really?: readonly Fact[];
}

interface Compared {
  before: Agreements;
  after: Agreements;
  /** What was agreed when; without it nothing is said of that. */
  really?: Agreements;
  now: Date;
}

/** Both agreements over the same tickets, beside what was really agreed. */
export const replayOf = (tickets: readonly Replayed[], { before, after, really, now }: Compared): Replay => {
  const pairs = tickets.flatMap((ticket) =>
    pairsOf(ticket.ticketId, {
      before: clocksOf(ticket.before, before, now),
      after: clocksOf(ticket.after ?? ticket.before, after, now),
      really: really ? clocksOf(ticket.really ?? ticket.before, really, now) : [],
    }).map((pair) => standingsOf(pair, now)),
  );
  const moved = pairs.filter(isMoved);
  const count = (fits: (each: Moved) => boolean): number => moved.filter(fits).length;
  return {
    tickets: tickets.length,
    deadlines: pairs.filter((each) => each.before !== null || each.after !== null).length,
    earlier: count((each) => shift(each) < 0),
    later: count((each) => shift(each) > 0),
    added: count((each) => each.before === null),
    addedMissed: count((each) => each.before === null && each.after?.verdict === "missed"),
    removed: count((each) => each.after === null),
    keptToMissed: count((each) => turn(each) === "lost"),
    missedToKept: count((each) => turn(each) === "won"),
    reallyKept: pairs.filter((each) => each.really?.verdict === "kept").length,
    reallyMissed: pairs.filter((each) => each.really?.verdict === "missed").length,
    moved: moved.toSorted(byWeight),
  };
};

const sides = ["before", "after", "really"] as const;
type Side = (typeof sides)[number];

interface Pair extends Pick<Clock, "kind" | "round">, Partial<Record<Side, Clock>> {
  ticketId: number;
}

const pairsOf = (ticketId: number, clocks: Record<Side, readonly Clock[]>): Pair[] => {
  const pairs = new Map<string, Pair>();
  for (const side of sides)
    for (const clock of clocks[side]) {
      const { kind, round } = clock;
      const name = `${kind} ${round}`;
      pairs.set(name, { ...(pairs.get(name) ?? { ticketId, kind, round }), [side]: clock });
    }
  return [...pairs.values()];
};

const standingsOf = ({ before, after, really, ...which }: Pair, now: Date): Moved => ({
  ...which,
  before: standingOf(before, now),
  after: standingOf(after, now),
  really: standingOf(really, now),
});

/** Nothing of what was withdrawn before anybody was owed anything. */
const standingOf = (clock: Clock | undefined, now: Date): Standing | null => {
  if (!clock || clock.outcome === "dropped") return null;
  const dueAt = runsOutAt(clock, now);
  const isLate = clock.endedAt === null ? clock.dueAt !== null && clock.dueAt <= now : clock.outcome === "missed";
  return { dueAt, verdict: isLate ? "missed" : clock.endedAt === null ? "open" : "kept" };
};

const isMoved = (each: Moved): boolean =>
  each.before === null || each.after === null
    ? each.before !== each.after
    : shift(each) !== 0 || each.before.verdict !== each.after.verdict;

/** Milliseconds by which it is later. */
const shift = ({ before, after }: Moved): number =>
  before && after ? after.dueAt.getTime() - before.dueAt.getTime() : 0;

/** Of what has not ended, being late counts as missed and being in time as kept. */
const turn = ({ before, after }: Moved): "lost" | "won" | undefined => {
  if (!before || !after) return undefined;
  const [wasMissed, isMissed] = [before.verdict === "missed", after.verdict === "missed"];
  return wasMissed === isMissed ? undefined : isMissed ? "lost" : "won";
};

const byWeight = (one: Moved, other: Moved): number =>
  rank(other) - rank(one) || Math.abs(shift(other)) - Math.abs(shift(one));

const rank = (each: Moved): number => {
  const turned = turn(each);
  if (turned) return turned === "lost" ? 3 : 2;
  return each.before === null && each.after?.verdict === "missed" ? 1 : 0;
};
