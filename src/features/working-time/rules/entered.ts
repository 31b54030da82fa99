import { parseHours } from "./hours.ts";
import { isRegion } from "./regions.ts";
import type { Hours, SpecialDay, WorkingTime } from "./working-time.ts";

/** A calendar as somebody types it. */
export interface EnteredTime {
  timeZone: string;
  /** Empty for none. */
  region: string;
  /** Hours of seven days, Monday first; nothing for a free day. */
  week: readonly string[];
  specialDays: readonly EnteredDay[];
}

export interface EnteredDay {
  /** `2026-12-24` or `24.12.2026`; of a day that is the same every year only month and day count. */
  on: string;
  everyYear: boolean;
  name: string;
  /** Nothing for a free day. */
  hours: string;
}

export type EntryProblem = "notHours" | "noHours" | "notARegion" | "notADate" | "dateTwice" | "noDate";

export type ReadTime =
  { time: WorkingTime; problems?: undefined } | { problems: Readonly<Record<string, EntryProblem>>; time?: undefined };

/** Makes a calendar of what was typed, or says at which field what is the matter. Rows without any entry are left out. */
export const readWorkingTime = ({ timeZone, region, week, specialDays }: EnteredTime): ReadTime => {
  const problems: Record<string, EntryProblem> = {};
  const read = week.map((text, day) => hoursAt(text, `week.${day}`, problems));
  if (read.every((hours) => hours.length === 0)) problems["week.0"] ??= "noHours";
  const days = specialDays.flatMap((day, row) => (isEmpty(day) ? [] : [{ ...specialDayAt(day, row, problems), row }]));
  for (const [index, { on, row }] of days.entries())
    if (on !== "" && days.findIndex((other) => other.on === on) < index)
      problems[`specialDays.${row}.on`] = "dateTwice";
  if (region !== "" && !isRegion(region)) problems["region"] = "notARegion";
  if (Object.keys(problems).length > 0) return { problems };
  return {
    time: {
      timeZone,
      region: isRegion(region) ? region : null,
      week: read,
      specialDays: sorted(days.map(({ on, name, hours }) => ({ on, name, hours }))),
    },
  };
};

type Problems = Record<string, EntryProblem>;

const isEmpty = ({ on, name, hours }: EnteredDay): boolean => on === "" && name === "" && hours === "";

const hoursAt = (text: string, field: string, problems: Problems): readonly Hours[] => {
  const hours = parseHours(text);
  if (!hours) problems[field] = "notHours";
  return hours ?? [];
};

const specialDayAt = (day: EnteredDay, row: number, problems: Problems): SpecialDay => {
  const field = `specialDays.${row}`;
  const hours = hoursAt(day.hours, `${field}.hours`, problems);
  const date = readDate(day.on);
  if (!date) problems[`${field}.on`] = day.on === "" ? "noDate" : "notADate";
  return { on: (day.everyYear ? date?.slice(5) : date) ?? "", name: day.name, hours };
};

const readDate = (text: string): string | undefined => {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  const iso = german ? [german[3], german[2]?.padStart(2, "0"), german[1]?.padStart(2, "0")].join("-") : text;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
  try {
    return Temporal.PlainDate.from(iso, { overflow: "reject" }).toString();
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** Days of every year first, each kind in order. */
const sorted = (days: readonly SpecialDay[]): SpecialDay[] =>
  days.toSorted((one, other) => one.on.length - other.on.length || one.on.localeCompare(other.on));

/** The parts in which two calendars differ, whatever objects they are. */
export const changedParts = (
  one: WorkingTime,
  other: WorkingTime,
): ("timeZone" | "region" | "week" | "specialDays")[] =>
  (["timeZone", "region", "week", "specialDays"] as const).filter(
    (part) => JSON.stringify(canonical(one)[part]) !== JSON.stringify(canonical(other)[part]),
  );

// The database gives objects back with their keys in another order.
const canonical = ({ timeZone, region, week, specialDays }: WorkingTime) => ({
  timeZone,
  region,
  week: week.map(plain),
  specialDays: sorted(specialDays).map(({ on, name, hours }) => [on, name, plain(hours)]),
});

const plain = (hours: readonly Hours[]) => hours.map(({ starts, ends }) => [starts, ends]);
