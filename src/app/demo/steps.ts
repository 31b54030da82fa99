import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/db/db.ts";
import {
  addNote,
  assignTicket,
  changeFields,
  closeTicket,
  escalateTicket,
  findTicketByNumber,
  holdTicket,
  proposeSolution,
  rateTicket,
  replyToTicket,
  startTicket,
  takeTicket,
} from "../../features/tickets/index.ts";
import { known, type Cast } from "./cast.ts";
import { agents, type CustomerKey } from "./people.ts";
import type { DemoStep } from "./story.ts";

/** The orders that were given, by their subjects and by the tickets that wait for them. */
export type Orders = Map<string | number, { id: number; number: number }>;

interface Step {
  cast: Cast;
  orders: Orders;
  ticket: { id: number; by: CustomerKey };
  step: DemoStep;
}

/** As the editor writes it: whoever is called stands out. */
const markedUp = (text: string): string => {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>");
  return `<p>${agents.reduce((html, { name }) => html.replaceAll(`@${name}`, `<span class="mention">@${name}</span>`), safe)}</p>`;
};

/** Does what somebody did in a ticket's story, by the same actions as everybody. */
export const takeStep = async (tx: Tx, actor: Actor, { cast, orders, ticket, step }: Step): Promise<unknown> => {
  const { id: ticketId } = ticket;
  const reply = (words: Record<string, unknown>) =>
    replyToTicket.run(tx, actor, replyToTicket.input.parse({ ticketId, holdSeconds: 0, ...words }));
  switch (step.does) {
    case "take":
      return takeTicket.run(tx, actor, takeTicket.input.parse({ ticketId }));
    case "start":
      return startTicket.run(tx, actor, startTicket.input.parse({ ticketId }));
    case "hold":
      return holdTicket.run(tx, actor, holdTicket.input.parse({ ticketId }));
    case "assign":
      return assignTicket.run(tx, actor, assignTicket.input.parse({ ticketId, assigneeIds: [known(cast, step.to)] }));
    case "note":
      return addNote.run(tx, actor, addNote.input.parse({ ticketId, text: step.text, html: markedUp(step.text) }));
    case "reply":
    case "answer":
      return reply({ text: step.text });
    case "ask":
      return reply({ text: step.text, thenStatus: "waiting" });
    case "resolve":
      return reply({ text: step.text, thenStatus: "resolved", result: step.result });
    case "close":
      return closeTicket.run(tx, actor, closeTicket.input.parse({ ticketId }));
    case "rate":
      return rateTicket.run(tx, actor, rateTicket.input.parse({ ticketId, rating: step.rating, words: step.text }));
    case "propose": {
      const approverIds = [known(cast, ticket.by)];
      return proposeSolution.run(tx, actor, proposeSolution.input.parse({ ticketId, text: step.text, approverIds }));
    }
    case "escalate":
      return escalate(tx, actor, { orders, ticketId, step });
    case "beginOrder": {
      const { id } = orderOf(orders, ticketId);
      await takeTicket.run(tx, actor, takeTicket.input.parse({ ticketId: id }));
      return startTicket.run(tx, actor, startTicket.input.parse({ ticketId: id }));
    }
    case "plan":
      return plan(tx, actor, { orders, ticketId, step });
  }
};

type Escalating = Pick<Step, "orders"> & { ticketId: number; step: Extract<DemoStep, { does: "escalate" }> };

const escalate = async (tx: Tx, actor: Actor, { orders, ticketId, step }: Escalating): Promise<void> => {
  const standing = step.text === undefined ? orderOf(orders, step.order).number : undefined;
  const input = { ticketId, number: standing, subject: step.order, text: step.text };
  const { technicalNumber } = await escalateTicket.run(tx, actor, escalateTicket.input.parse(input));
  const order = await findTicketByNumber(tx, actor, technicalNumber);
  if (!order) throw new RangeError(`order ${technicalNumber} is not there`);
  orders.set(step.order, order).set(ticketId, order);
};

type Planning = Pick<Step, "orders"> & { ticketId: number; step: Extract<DemoStep, { does: "plan" }> };

const plan = async (tx: Tx, actor: Actor, { orders, ticketId, step }: Planning): Promise<void> => {
  const { id } = orderOf(orders, ticketId);
  const input = { ticketId: id, plannedVersion: step.version, versionReason: step.reason };
  await changeFields.run(tx, actor, changeFields.input.parse(input));
};

const orderOf = (orders: Orders, key: string | number) => {
  const order = orders.get(key);
  if (!order) throw new RangeError(`there is no order ${key}`);
  return order;
};
