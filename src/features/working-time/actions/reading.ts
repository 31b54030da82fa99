import type { Actor } from "../../../platform/actor.ts";
import { hasRole } from "../../../platform/actor.ts";
import { Forbidden, Invalid, NotFound } from "../../../platform/errors.ts";
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
  const wrongZone = isTimeZone(entered.timeZone) ? {} : { timeZone: phrase("notATimeZone") };
  if (read.time && isTimeZone(entered.timeZone)) return read.time;
  const problems = Object.entries(read.problems ?? {}).map(([field, problem]) => [field, phrase(problem)]);
  throw new Invalid({ ...wrongZone, ...Object.fromEntries(problems) });
};

/** Throws `NotFound`. */
export const calendarAmong = (calendars: readonly Calendar[], id: number): Calendar => {
  const calendar = calendars.find((each) => each.id === id);
  if (!calendar) throw new NotFound();
  return calendar;
};
