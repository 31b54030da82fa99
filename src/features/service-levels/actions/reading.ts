import type { z } from "zod";
import { hasRole, type Actor } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { carePackagesByIds } from "../../people/index.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { listCalendars } from "../../working-time/index.ts";
import type { targetInput } from "../input.ts";
import { parseDuration, parseWarnBefore } from "../rules/durations.ts";
import type { TargetFacts } from "../store.ts";
import { phrase } from "../words.ts";

type Entered = z.output<z.ZodObject<typeof targetInput>>;

export const onlyAdministrators = (actor: Actor): void => {
  if (!hasRole(actor, "administrator")) throw new Forbidden();
};

/** What is promised, as it was typed. Throws `Invalid` with what is the matter at each field. */
export const factsFrom = async (
  db: Reader,
  entered: Entered,
  { before }: { before?: TargetFacts } = {},
): Promise<TargetFacts> => {
  const problems: Record<string, Phrase> = { ...(await unknownOf(db, entered, before)) };
  const durationAt = (field: "firstResponse" | "nextResponse" | "resolution"): number | null => {
    if (entered[field] === "") return null;
    const minutes = parseDuration(entered[field]);
    if (minutes === undefined) problems[field] = phrase("notADuration");
    return minutes ?? null;
  };
  const minutes = {
    first_response: durationAt("firstResponse"),
    next_response: durationAt("nextResponse"),
    resolution: durationAt("resolution"),
  };
  const warnBefore = entered.warnBefore === "" ? null : parseWarnBefore(entered.warnBefore);
  if (warnBefore === undefined) problems["warnBefore"] = phrase("notAWarning");
  const isNothing = entered.firstResponse === "" && entered.nextResponse === "" && entered.resolution === "";
  if (isNothing) problems["firstResponse"] = phrase("nothingPromised");
  if (Object.keys(problems).length > 0) throw new Invalid(problems);
  const { packageId, typeId, priority, calendarId } = entered;
  return { packageId, typeId, priority, calendarId, minutes, warnBefore: warnBefore ?? null };
};

/** What does not exist, or is not offered any longer and was not chosen before. */
const unknownOf = async (db: Reader, entered: Entered, before?: TargetFacts): Promise<Record<string, Phrase>> => {
  const { packageId, typeId, calendarId } = entered;
  const package_ = packageId === null ? undefined : (await carePackagesByIds(db, [packageId])).get(packageId);
  const type = (await listTicketTypes(db)).find((each) => each.id === typeId);
  const calendar = (await listCalendars(db)).find((each) => each.id === calendarId);
  const isOffered = {
    packageId: packageId === null || (package_ && (!package_.isRetired || before?.packageId === packageId)),
    typeId: typeId === null || (type && (!type.isRetired || before?.typeId === typeId)),
    calendarId: calendarId === null || (calendar && (!calendar.retiredAt || before?.calendarId === calendarId)),
  };
  return Object.fromEntries(
    Object.entries(isOffered).flatMap(([field, known]) => (known ? [] : [[field, phrase("notOffered")]])),
  );
};
