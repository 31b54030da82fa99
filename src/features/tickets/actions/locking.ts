import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import type { Ticket } from "../rules/ticket.ts";
import { endOf } from "../store/merges.ts";
import { lockTicket } from "../store/tickets.ts";

/**
 * Locks several tickets, always the oldest first: of two changes that want the same ones, one waits, and never each for
 * the other. What the actor may not see is not found.
 */
export const lockTickets = async (tx: Tx, actor: Actor, ids: readonly number[]): Promise<Map<number, Ticket>> => {
  const locked = new Map<number, Ticket>();
  for (const id of [...new Set(ids)].sort((a, b) => a - b)) locked.set(id, await lockTicket(tx, actor, id));
  return locked;
};

/** Locks the ticket in which this one goes on: itself, unless it was merged. */
export const lockEnd = async (tx: Tx, actor: Actor, ticketId: number): Promise<Ticket> => {
  let ticket = await lockTicket(tx, actor, await endOf(tx, ticketId));
  // It was merged while we waited for it.
  while (ticket.mergedInto !== null) ticket = await lockTicket(tx, actor, ticket.mergedInto);
  return ticket;
};
