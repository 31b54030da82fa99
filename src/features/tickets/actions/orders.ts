import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { orderEnded, type BackBecause } from "../events-together.ts";
import { isLegal, move } from "../rules/status.ts";
import { isOrderOver, orderOf } from "../rules/technical.ts";
import type { Ticket } from "../rules/ticket.ts";
import { technicalOf } from "../store/orders.ts";
import { commit } from "./changing.ts";

interface Ended {
  number: number;
  because: BackBecause;
  /** Why it could not be resolved, as a refusal's name. */
  refused?: string;
}

/** Whether the ticket waits for an order that is still to be done. */
export const isOrdered = async (tx: Tx, ticketId: number): Promise<boolean> =>
  ((await technicalOf(tx, [ticketId])).get(ticketId) ?? []).some(({ technical }) => !isOrderOver(orderOf(technical)));

/** An order is over for the ticket: what waited for nothing else goes back to work, and the history says why. */
export const endOrder = async (tx: Tx, actor: Actor, ticket: Ticket, ended: Ended): Promise<void> => {
  const isFree = ticket.status === "on_hold" && isLegal(ticket, "release") && !(await isOrdered(tx, ticket.id));
  await commit(tx, actor, ticket, {
    event: orderEnded(ended),
    isHeld: !isFree,
    ...(isFree && { patch: { status: move(ticket, "release") } }),
  });
};

/** A ticket that comes back on hold, and whose orders ended while it was away, has nothing to wait for. */
export const backToWorkUnlessOrdered = async (tx: Tx, actor: Actor, ticket: Ticket): Promise<void> => {
  const [first] = (await technicalOf(tx, [ticket.id])).get(ticket.id) ?? [];
  if (ticket.status !== "on_hold" || !first || (await isOrdered(tx, ticket.id))) return;
  await endOrder(tx, actor, ticket, { number: first.technical.number, because: "over" });
};
