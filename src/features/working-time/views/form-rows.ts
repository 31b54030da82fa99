import type { FormState } from "../../../platform/http/form.ts";
import type { EnteredDay } from "../rules/entered.ts";
import { formatHours } from "../rules/hours.ts";
import type { SpecialDay } from "../rules/working-time.ts";

/** The names of a row's fields, as the form sends them and as problems name them. */
export const rowField = (row: number, field: keyof EnteredDay): string => `specialDays.${row}.${field}`;
export const dayField = (day: number): string => `week.${day}`;

/** Empty rows below those that are filled; more come with each saving. */
const spare = 3;

/** How many rows the form has: every one that was sent, or that there is, and some empty ones. */
export const rowCount = (days: readonly SpecialDay[], { values }: Pick<FormState, "values">): number => {
  const sent = Object.keys(values).flatMap((name) => /^specialDays\.(\d+)\./.exec(name)?.[1] ?? []);
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
