import type { Actor } from "../../../platform/actor.ts";
import { hasRole } from "../../../platform/actor.ts";
import { Forbidden, Invalid, NotFound } from "../../../platform/errors.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { isTimeZone } from "../../desk-settings/index.ts";
import { readWorkingTime, type EnteredTime } from "../rules/entered.ts";
import type { WorkingTime } from "../rules/working-time.ts";
import type { Calendar } from "../types.ts";
import { phrase } from "../words.ts";

export const onlyAdministrators = (actor: Actor): void => {
  if (!hasRole(actor, "administrator")) throw new Forbidden();
};

/** Throws `Invalid` with what is the matter at each field. */
export const timeFrom = (entered: EnteredTime): WorkingTime => {
  const read = readWorkingTime(entered);
  const hasZone = isTimeZone(entered.timeZone);
  if (read.time && hasZone) return read.time;
  const problems: Record<string, Phrase> = hasZone ? {} : { timeZone: phrase("notATimeZone") };
  for (const [field, problem] of Object.entries(read.problems ?? {})) problems[field] = phrase(problem);
  throw new Invalid(problems);
};

/** Throws `NotFound`. */
export const calendarAmong = (calendars: readonly Calendar[], id: number): Calendar => {
  const calendar = calendars.find((each) => each.id === id);
  if (!calendar) throw new NotFound();
  return calendar;
};
