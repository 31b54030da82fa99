import type { FormState } from "../../../platform/http/form.ts";
import type { EnteredDay } from "../rules/entered.ts";
import { formatHours } from "../rules/hours.ts";
import type { Hours, SpecialDay } from "../rules/working-time.ts";

/** The names of a row's fields, as the form sends them and as problems name them. */
export const rowField = (row: number, field: keyof EnteredDay): string => `specialDays.${row}.${field}`;
export const dayField = (day: number): string => `week.${day}`;

export const hoursField = (day: number, index: number, end: "from" | "to"): string => `week.${day}.${index}.${end}`;

/** The button that gives a weekday another pair of times sends this, with the day. */
export const addHoursField = "addHours";

/** How many pairs of times a weekday has: those that there are or were sent, one at least, and one more if somebody asked for it. */
export const hoursCount = (day: number, hours: readonly Hours[], { values }: Pick<FormState, "values">): number => {
  const sent = Object.keys(values).flatMap(
    (name) => new RegExp(`^week\\.${day}\\.(\\d{1,2})\\.`).exec(name)?.[1] ?? [],
  );
  const known = sent.length > 0 ? Math.max(...sent.map((index) => Number(index) + 1)) : Math.max(hours.length, 1);
  return Math.min(known + (values[addHoursField] === String(day) ? 1 : 0), mostHours);
};

/** Nobody has more breaks than that. */
export const mostHours = 12;

/** Empty rows below those that are filled; more come with each saving. */
const spare = 3;

/** How many rows the form has: every one that was sent, or that there is, and some empty ones. */
export const rowCount = (days: readonly SpecialDay[], { values }: Pick<FormState, "values">): number => {
  const sent = Object.entries(values).flatMap(([name, value]) =>
    value === "" ? [] : (/^specialDays\.(\d+)\./.exec(name)?.[1] ?? []),
  );
  return Math.max(days.length, ...sent.map((row) => Number(row) + 1)) + spare;
};

/** A special day as its row shows it. A date of every year is shown in the year `inYear`, or the next that has it. */
export const rowOf = (day: SpecialDay | undefined, inYear: number): EnteredDay => {
  if (!day) return { on: "", everyYear: false, name: "", hours: "" };
  const everyYear = day.on.length === 5;
  return {
    on: everyYear ? `${yearWith(day.on, inYear)}-${day.on}` : day.on,
    everyYear,
    name: day.name,
    hours: formatHours(day.hours),
  };
};

const yearWith = (monthAndDay: string, year: number): number =>
  monthAndDay === "02-29" ? Math.ceil(year / 4) * 4 : year;
