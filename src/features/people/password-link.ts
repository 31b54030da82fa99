import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import type { Reader } from "../../platform/db/db.ts";
import { makeLink } from "./actions/make-link.ts";
import { setPasswordPath } from "./rules/access.ts";
import { hasFreeSeat } from "./rules/seats.ts";
import { organisationsOf } from "./store/organisations.ts";
import { findPerson } from "./store/people.ts";
import { seatsOf } from "./store/seats.ts";

/**
 * The address of a page on which the person sets his first password, good for 7 days; for mails to the person only.
 * Undefined when there is nothing to set: the person has an account, is deactivated, or has no address of his own
 * (info@, support@ …), or an organisation of his has no seat left.
 */
export const passwordLink = async (context: Context, personId: number): Promise<string | undefined> => {
  const person = await findPerson(context.db, personId);
  if (!person || person.hasAccount || !(await hasSeats(context.db, person.id))) return undefined;
  const token = await act(context.db, system("people"), makeLink, { personId, purpose: "set_password" });
  return token && context.baseUrl + setPasswordPath(token);
};

/** For what is offered; whether there still is one when the link is used, is looked at then. */
const hasSeats = async (db: Reader, personId: number): Promise<boolean> => {
  for (const { id } of await organisationsOf(db, personId))
    if (!hasFreeSeat(await seatsOf(db, id, { besides: personId }))) return false;
  return true;
};
