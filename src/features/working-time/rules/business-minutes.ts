import { dayOf, localDate, type Day } from "./days.ts";
import type { Hours, WorkingTime } from "./working-time.ts";

/** Working time between two moments, in milliseconds since 1970; the end does not belong to it. */
interface Stretch {
  starts: number;
  ends: number;
}

/** Time that counted. */
export interface Counted {
  from: Date;
  to: Date;
  minutes: number;
}

/** A date on the way, with what counted of it, which may be nothing. */
export interface CountedDay extends Day {
  counted: readonly Counted[];
}

const minute = 60_000;

/**
 * Minutes of working time from `from` to `to`, zero when `to` is not later. Both count from their full minute, so that parts add up
 * to the whole exactly. A year costs about 2 ms the first time and microseconds from then on, as long as `time` is the same object.
 */
export const businessMinutesBetween = (time: WorkingTime, from: Date, to: Date): number => {
  const [starts, ends] = [fullMinute(from), fullMinute(to)];
  if (ends <= starts) return 0;
  const last = monthOf(time, ends);
  let sum = 0;
  for (let month = monthOf(time, starts); month <= last; month++) {
    const { first, end, minutes, stretches } = monthAt(time, month);
    sum += starts <= first && end <= ends ? minutes : sumOf(within(stretches, { starts, ends }));
  }
  return sum;
};

/**
 * The earliest moment at which so many minutes of working time have passed since `from`; `from` itself for none. Throws `RangeError`
 * when nobody works for thirty years.
 */
export const addBusinessMinutes = (time: WorkingTime, from: Date, minutes: number): Date => {
  const starts = fullMinute(from);
  let left = Math.round(minutes);
  if (left <= 0) return new Date(starts);
  const first = monthOf(time, starts);
  for (let month = first; month < first + 30 * 12; month++) {
    const { stretches } = monthAt(time, month);
    for (const stretch of within(stretches, { starts, ends: Infinity })) {
      const length = (stretch.ends - stretch.starts) / minute;
      if (left <= length) return new Date(stretch.starts + left * minute);
      left -= length;
    }
  }
  throw new RangeError("Nobody works in this calendar.");
};

/** Every stretch of working time from `from` to `to` that counts, in order. */
export const countedBetween = (time: WorkingTime, from: Date, to: Date): Counted[] => {
  const [starts, ends] = [fullMinute(from), fullMinute(to)];
  const counted: Counted[] = [];
  if (ends <= starts) return counted;
  const last = monthOf(time, ends);
  for (let month = monthOf(time, starts); month <= last; month++)
    counted.push(...within(monthAt(time, month).stretches, { starts, ends }).map(countedOf));
  return counted;
};

/** The same by date, with the dates on which nothing counted and why. At most 400 dates; the rest of a longer time is left out. */
export const countedDays = (time: WorkingTime, from: Date, to: Date): CountedDay[] => {
  const [starts, ends] = [fullMinute(from), fullMinute(to)];
  const last = localDate(time, new Date(Math.max(starts, ends - 1)));
  const days: CountedDay[] = [];
  for (
    let date = localDate(time, new Date(starts));
    days.length < 400 && Temporal.PlainDate.compare(date, last) <= 0;
    date = date.add({ days: 1 })
  ) {
    const day = dayOf(time, date);
    days.push({ ...day, counted: within(stretchesOn(time, date, day.hours), { starts, ends }).map(countedOf) });
  }
  return days;
};

const fullMinute = (at: Date): number => Math.floor(at.getTime() / minute) * minute;

const countedOf = ({ starts, ends }: Stretch): Counted => ({
  from: new Date(starts),
  to: new Date(ends),
  minutes: (ends - starts) / minute,
});

const within = (stretches: readonly Stretch[], { starts, ends }: Stretch): Stretch[] =>
  stretches
    .filter((stretch) => stretch.ends > starts && stretch.starts < ends)
    .map((stretch) => ({ starts: Math.max(stretch.starts, starts), ends: Math.min(stretch.ends, ends) }));

const sumOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { starts, ends }) => sum + (ends - starts) / minute, 0);

/** A month in the calendar's zone, laid out once. */
interface Month {
  first: number;
  end: number;
  stretches: readonly Stretch[];
  minutes: number;
}

// Laying out a year takes about 2 ms, measuring within it microseconds; a queue is measured many times over.
const laidOut = new WeakMap<WorkingTime, Map<number, Month>>();

/** Months since the year 0, in the calendar's zone. */
const monthOf = (time: WorkingTime, at: number): number => {
  const date = localDate(time, new Date(at));
  return date.year * 12 + date.month - 1;
};

const monthAt = (time: WorkingTime, month: number): Month => {
  const months = laidOut.get(time) ?? new Map<number, Month>();
  laidOut.set(time, months);
  const known = months.get(month);
  if (known) return known;
  const date = new Temporal.PlainDate(Math.floor(month / 12), (month % 12) + 1, 1);
  const stretches = Array.from({ length: date.daysInMonth }, (_, index) => date.add({ days: index })).flatMap((each) =>
    stretchesOn(time, each, dayOf(time, each).hours),
  );
  const made: Month = {
    first: startOf(time, date),
    end: startOf(time, date.add({ months: 1 })),
    stretches,
    minutes: sumOf(stretches),
  };
  months.set(month, made);
  return made;
};

const startOf = ({ timeZone }: WorkingTime, date: Temporal.PlainDate): number =>
  date.toZonedDateTime(timeZone).epochMilliseconds;

const stretchesOn = (time: WorkingTime, date: Temporal.PlainDate, hours: readonly Hours[]): Stretch[] => {
  if (hours.length === 0) return [];
  const midnight = startOf(time, date);
  const isPlain = startOf(time, date.add({ days: 1 })) - midnight === 24 * 60 * minute;
  const instant = (minutes: number): number => (isPlain ? midnight + minutes * minute : onClock(time, date, minutes));
  return hours
    .map(({ starts, ends }) => ({ starts: instant(starts), ends: instant(ends) }))
    .filter(({ starts, ends }) => starts < ends);
};

/**
 * When the clock on the wall shows this minute of a day on which it is changed. An hour that is skipped has no length; an hour that comes
 * twice belongs wholly to the stretch it lies in: its boundary is where it comes first.
 */
const onClock = ({ timeZone }: WorkingTime, date: Temporal.PlainDate, minutes: number): number => {
  const wall = date.toPlainDateTime().add({ minutes });
  const earlier = wall.toZonedDateTime(timeZone, { disambiguation: "earlier" });
  if (earlier.toPlainDateTime().equals(wall)) return earlier.epochMilliseconds;
  const change = earlier.getTimeZoneTransition("next");
  return (change ?? earlier).epochMilliseconds;
};
