import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { orderEnded, type BackBecause } from "../events-together.ts";
import { isLegal, move } from "../rules/status.ts";
import { isOrderOver, isTechnical, orderOf } from "../rules/technical.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listWaiting, technicalOf } from "../store/orders.ts";
import { togetherPhrase } from "../words-together.ts";
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

/** What waits and what is waited for stay request and order: otherwise those who wait would wait for ever. */
export const keepOrders = async (tx: Tx, ticket: Ticket, type: Ticket["type"]): Promise<void> => {
  if (isTechnical(ticket) === isTechnical({ type })) return;
  const ordered = ((await technicalOf(tx, [ticket.id])).get(ticket.id) ?? []).map(({ technical }) => technical);
  const linked = [...ordered, ...(await listWaiting(tx, ticket.id))];
  if (linked.length === 0) return;
  const numbers = linked.map(({ number }) => `#${number}`).join(", ");
  throw new Conflict(togetherPhrase("typeInChain", { numbers }));
};

/** An order is over for the ticket: what waited for nothing else goes back to work, and the history says why. */
export const endOrder = async (tx: Tx, actor: Actor, ticket: Ticket, ended: Ended): Promise<void> => {
  const isFree = ticket.status === "on_hold" && isLegal(ticket, "release") && !(await isOrdered(tx, ticket.id));
  await commit(tx, actor, ticket, {
    event: orderEnded(ended),
    isHeld: !isFree,
    ...(isFree && { patch: { status: move(ticket, "release") } }),
  });
};

/** A ticket that comes back on hold, and whose orders ended while it was away, has nothing to wait for. Who held it by hand holds it still. */
export const backToWorkUnlessOrdered = async (
  tx: Tx,
  actor: Actor,
  { ticket, awaySince }: { ticket: Ticket; awaySince: Date },
): Promise<void> => {
  const hanging = (await technicalOf(tx, [ticket.id])).get(ticket.id) ?? [];
  const ended = hanging.find(({ technical: { resolvedAt, closedAt } }) =>
    [resolvedAt, closedAt].some((at) => at !== null && at >= awaySince),
  );
  if (ticket.status !== "on_hold" || !ended || (await isOrdered(tx, ticket.id))) return;
  await endOrder(tx, actor, ticket, { number: ended.technical.number, because: "over" });
};
