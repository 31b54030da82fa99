import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { withSupplier, type WithSupplier } from "../events-outside.ts";
import { begin, commit, type Changed } from "./changing.ts";

/** Says in the ticket's history what was done with it outside: customers see nothing of it. */
export const recordOutside = async (
  tx: Tx,
  actor: Actor,
  { ticketId, ...event }: WithSupplier & { ticketId: number },
): Promise<Changed> => {
  // What comes from outside is only heard; what goes there changes something.
  const ticket = await begin(tx, actor, personIdOf(actor) === null ? "note" : "change", { ticketId });
  const { changed } = await commit(tx, actor, ticket, { event: withSupplier(event) });
  return changed;
};
