import type { Agent } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { offers } from "../rules/policy.ts";
import type { Verb } from "../rules/status.ts";
import { isTechnical } from "../rules/technical.ts";
import type { Ticket } from "../rules/ticket.ts";

/** What the agent can do with the ticket on this desk: nobody is offered technical support where there is none. */
export const offeredAtDesk = async (db: Reader, actor: Agent, ticket: Ticket): Promise<ReadonlySet<Verb>> => {
  const all = offers(actor, ticket);
  if (!all.has("escalate") || (await hasTechnicalSupport(db))) return all;
  return new Set([...all].filter((verb) => verb !== "escalate"));
};

const hasTechnicalSupport = async (db: Reader): Promise<boolean> =>
  (await listTicketTypes(db)).some((type) => isTechnical({ type }) && !type.isRetired);
