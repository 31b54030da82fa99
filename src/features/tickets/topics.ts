import type { Actor } from "../../platform/actor.ts";
import type { Context } from "../../platform/context.ts";
import { isAgent, personIdOf } from "../../platform/actor.ts";
import { findTicketById } from "./store/tickets.ts";

type Watch = (context: Context, actor: Actor, id: string) => Promise<boolean>;

/** Who may watch which live topics. A topic says only that something has changed; what, the page asks as usual. */
export const ticketTopics: Readonly<Record<string, Watch>> = {
  ticket: async ({ db }, actor, id) => /^\d{1,15}$/.test(id) && Boolean(await findTicketById(db, actor, Number(id))),
  presence: async (_context, actor) => isAgent(actor),
  queue: async (_context, actor) => isAgent(actor),
  requests: async (_context, actor, id) => String(personIdOf(actor)) === id,
  "organisation-requests": async (_context, actor, id) =>
    actor.kind === "customer" && actor.organisationIds.includes(Number(id)),
};
