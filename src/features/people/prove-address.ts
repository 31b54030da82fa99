import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/db/db.ts";
import { verifyAddress } from "./auth/verified.ts";
import { getPerson } from "./store/people.ts";

/**
 * The person has shown something that only mail to his address says, e.g. by answering to a reply address of his own:
 * the address is verified, as by a link, and he joins the organisation that has its domain.
 */
export const proveAddress = async (tx: Tx, actor: Actor, personId: number): Promise<void> => {
  const person = await getPerson(tx, personId);
  if (person.email !== null)
    await verifyAddress(tx, actor, { ...person, email: person.email }, { hasAccess: person.hasAccount });
};
