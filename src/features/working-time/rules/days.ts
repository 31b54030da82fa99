import { holidaysOf, type Holiday } from "./holidays.ts";
import type { Hours, WorkingTime } from "./working-time.ts";

/** What a date is: its hours, and what made them differ from its weekday's. */
export interface Day {
  /** `2026-10-03`. */
  on: string;
  /** 0 is Monday. */
  weekday: number;
  hours: readonly Hours[];
  holiday?: Holiday;
  special?: string;
}

/** A special day wins over a public holiday, which wins over the week; a date of one year wins over one of every year. */
export const dayOf = (time: WorkingTime, date: Temporal.PlainDate): Day => {
  const on = date.toString();
  const weekday = date.dayOfWeek - 1;
  const special =
    time.specialDays.find((each) => each.on === on) ?? time.specialDays.find((each) => each.on === on.slice(5));
  if (special) return { on, weekday, hours: special.hours, special: special.name };
  const holiday = time.region && holidaysOf(time.region, date.year).find((each) => each.on === on);
  if (holiday) return { on, weekday, hours: [], holiday };
  return { on, weekday, hours: time.week[weekday] ?? [] };
};

/** `count` days from the one on which `from` falls in the calendar's zone. */
export const daysFrom = (time: WorkingTime, from: Date, count: number): Day[] => {
  const first = localDate(time, from);
  return Array.from({ length: count }, (_, index) => dayOf(time, first.add({ days: index })));
};

/** The date in the calendar's zone. */
export const localDate = ({ timeZone }: WorkingTime, at: Date): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
