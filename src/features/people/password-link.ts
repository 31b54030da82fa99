import { act } from "../../platform/act.ts";
import { system } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import { makeLink } from "./actions/make-link.ts";
import { setPasswordPath } from "./rules/access.ts";
import { findPerson } from "./store/people.ts";

/**
 * The address of a page on which the person sets his first password, good for 7 days; for mails to the person only.
 * Undefined when there is nothing to set: the person has an account, is deactivated, or has no address of his own
 * (info@, support@ …).
 */
export const passwordLink = async (context: Context, personId: number): Promise<string | undefined> => {
  const person = await findPerson(context.db, personId);
  if (!person || person.hasAccount) return undefined;
  const token = await act(context.db, system("people"), makeLink, { personId, purpose: "set_password" });
  return token && context.baseUrl + setPasswordPath(token);
};
