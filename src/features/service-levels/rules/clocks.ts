import { addBusinessMinutes, businessMinutesBetween, type WorkingTime } from "../../working-time/rules/index.ts";
import type { Status } from "../../ticket-types/rules/index.ts";
import { calendarAt, spansOf, type Agreements, type Fact, type Span } from "./history.ts";
import { roundsOf, type Round } from "./rounds.ts";
import { warningMinutes, type ClockKind, type Target } from "./targets.ts";

/** What a clock does for a while: it counts, it is paused because it is not our turn, or it stands because the work is over. */
export type Pace = "counting" | "paused" | "over";

export interface Segment {
  from: Date;
  /** Null: it goes on. */
  to: Date | null;
  pace: Pace;
  status: Status;
  /** Merged into another ticket. */
  isElsewhere: boolean;
  /** The promise that was in force, if there was one. */
  target: Target | undefined;
  /** In whose working time it counts. */
  calendarId: number;
  time: WorkingTime;
  /** Business minutes that counted, up to now where it goes on. */
  minutes: number;
}

/** `met` and `missed` are final as long as the ticket is not reopened; `dropped`: it ended without anybody being owed an answer any more. */
export type Outcome = "met" | "missed" | "dropped";

export interface Clock {
  kind: ClockKind;
  /** Counts customers' later messages that waited for an answer; 1 for the other kinds. */
  round: number;
  /** The promise that counts: the one in force now, or when the clock ended. */
  target: Target;
  targetMinutes: number;
  startedAt: Date;
  pace: Pace;
  usedMinutes: number;
  /** When the time is used up, or was. Null while the clock is paused, and when it ended in time. */
  dueAt: Date | null;
  /** When somebody is to be warned. Null like `dueAt`, and when nobody wants to be. */
  warnAt: Date | null;
  endedAt: Date | null;
  outcome: Outcome | null;
  segments: readonly Segment[];
}

/**
 * All clocks of a ticket, from its history alone. What was used up in a stretch counts in the calendar that was in force then; against
 * it stands the promise of now. Seconds are left out throughout. `now` matters only for minutes of what goes on.
 */
export const clocksOf = (facts: readonly Fact[], agreements: Agreements, now: Date): Clock[] =>
  roundsOf(spansOf(facts, agreements)).flatMap((round) => clockOf(round, agreements, now) ?? []);

const clockOf = (round: Round, agreements: Agreements, now: Date): Clock | undefined => {
  const last = round.spans.at(-1);
  const target = last?.target;
  const targetMinutes = target?.minutes[round.kind] ?? null;
  const startedAt = round.spans[0]?.from;
  if (!last || !target || targetMinutes === null || !startedAt) return undefined;
  const segments = joined(round.spans.map((span) => segmentOf(span, { round, agreements, target, now })));
  const usedMinutes = segments.reduce((sum, { minutes }) => sum + minutes, 0);
  const { endedAt } = round;
  const pace = endedAt ? "over" : paceOf(last.state.status);
  const runsOut = endedAt === null || usedMinutes > targetMinutes;
  const warnBefore = warningMinutes(targetMinutes, target.warnBefore);
  const reach = (minutes: number): Date | null => reachedAt(segments, minutes);
  return {
    kind: round.kind,
    round: round.round,
    target,
    targetMinutes,
    startedAt,
    pace,
    usedMinutes,
    dueAt: runsOut ? reach(targetMinutes) : null,
    warnAt: runsOut && warnBefore !== null ? reach(targetMinutes - warnBefore) : null,
    endedAt,
    outcome: endedAt && (round.isDropped ? "dropped" : usedMinutes <= targetMinutes ? "met" : "missed"),
    segments,
  };
};

interface Counting {
  round: Round;
  agreements: Agreements;
  /** For time in which nothing was promised: it counts as the later promise counts. */
  target: Target;
  now: Date;
}

const segmentOf = (span: Span, { agreements, target, now }: Counting): Segment => {
  const calendarId = (span.target ?? target).calendarId ?? span.state.calendarId;
  const time = calendarAt(agreements, calendarId, span.from);
  const pace = paceOf(span.state.status);
  const { from, to } = span;
  return {
    from,
    to,
    pace,
    status: span.state.status,
    isElsewhere: span.state.isElsewhere ?? false,
    target: span.target,
    calendarId,
    time,
    minutes: pace === "counting" ? businessMinutesBetween(time, from, to ?? now) : 0,
  };
};

const paces: Readonly<Record<Status, Pace>> = {
  draft: "over",
  open: "counting",
  assigned: "counting",
  in_progress: "counting",
  waiting: "paused",
  on_hold: "paused",
  resolved: "over",
  closed: "over",
  cancelled: "over",
};

export const paceOf = (status: Status): Pace => paces[status];

/** Neighbours between which only something changed that has nothing to do with this clock are one. */
const joined = (segments: readonly Segment[]): Segment[] => {
  const all: Segment[] = [];
  for (const segment of segments) {
    const last = all.at(-1);
    if (
      last?.pace === segment.pace &&
      last.time === segment.time &&
      last.status === segment.status &&
      last.isElsewhere === segment.isElsewhere &&
      last.target === segment.target
    )
      all[all.length - 1] = { ...last, to: segment.to, minutes: last.minutes + segment.minutes };
    else all.push(segment);
  }
  return all;
};

/** When so many minutes were used up, or will be if nothing changes; null while the clock is paused before that. */
const reachedAt = (segments: readonly Segment[], minutes: number): Date | null => {
  let left = minutes;
  for (const { from, to, pace, time } of segments) {
    if (pace !== "counting") continue;
    const length = to ? businessMinutesBetween(time, from, to) : Infinity;
    if (left <= length) return addBusinessMinutes(time, from, left);
    left -= length;
  }
  return null;
};

/** When the time was or will be used up; of a clock that ended in time or rests, as if it had counted on from then. */
export const runsOutAt = ({ segments, targetMinutes, usedMinutes, endedAt }: Clock, now: Date): Date => {
  const reached = reachedAt(segments, targetMinutes);
  const last = segments.at(-1);
  if (reached || !last) return reached ?? now;
  return addBusinessMinutes(last.time, endedAt ?? now, targetMinutes - usedMinutes);
};
