import { hasRole, type Actor } from "../../../platform/actor.ts";
import { Conflict, Forbidden, NotFound } from "../../../platform/errors.ts";
import { demandFault, takesMail } from "../rules/types-settings.ts";
import type { TicketType } from "../rules/type.ts";
import { phrase } from "../words.ts";

/** How the desk works is the administrators' affair. */
export const mustAdminister = (actor: Actor): void => {
  if (!hasRole(actor, "administrator")) throw new Forbidden();
};

/** Throws `Conflict` when no type would be left for what customers write. */
export const mustTakeMail = (types: readonly TicketType[]): void => {
  if (!takesMail(types)) throw new Conflict(phrase("noTypeLeft"));
};

/** Throws `Conflict` where the type demands what nobody could ever meet: its tickets would be stranded. */
export const mustBeMeetable = (type: Parameters<typeof demandFault>[0]): void => {
  const fault = demandFault(type);
  if (fault) throw new Conflict(phrase(fault));
};

/** The question or stage of this id. Throws `NotFound`. */
export const partOf = <P extends { id: number }>(parts: readonly P[], id: number): P => {
  const part = parts.find((each) => each.id === id);
  if (!part) throw new NotFound();
  return part;
};

type Loose<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what is undefined. */
export const withoutGaps = <T extends object>(given: T): Loose<T> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Loose<T>;
