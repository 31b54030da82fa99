import type { Effect } from "../../../platform/events.ts";
import { orderDoneLetter, escalatedLetter, plannedLetter } from "../emails/about-orders.tsx";
import { customersOf, mailEach, occasionOf } from "../mailing.ts";
import type { Changes } from "../rules/changes.ts";
import { isTechnical } from "../rules/technical.ts";
import { ordersOf } from "../store/orders.ts";

const textOf = (value: unknown): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);

/** The ticket waits for technical support from now on. */
const tellEscalated: Effect = {
  name: "tickets.mail-escalated",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { ticket } = occasion;
    const order = (await ordersOf(context.db, [ticket.id]))
      .get(ticket.id)
      ?.find(({ number }) => number === event.payload["number"]);
    // Back at work since, or over: then there is other news.
    if (!order || ticket.status !== "on_hold") return;
    await mailEach(occasion, await customersOf(occasion), (head) => escalatedLetter(head, order));
  },
};

/** A customer's own ticket is planned for a version, or another one. */
const tellVersion: Effect = {
  name: "tickets.mail-version",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const change = ((event.payload["changes"] ?? {}) as Changes).plannedVersion;
    const { ticket } = occasion;
    // Changed once more since: the next letter says it.
    if (isTechnical(ticket) || ticket.plannedVersion !== change?.to) return;
    const plan = { from: textOf(change.from), to: textOf(change.to), reason: textOf(event.payload["versionReason"]) };
    await mailEach(occasion, await customersOf(occasion), (head) => plannedLetter(head, plan));
  },
};

/** The order that a ticket waits for is planned for a version, or another one. */
const tellOrderPlan: Effect = {
  name: "tickets.mail-order-plan",
  async run(context, event) {
    const occasion = await occasionOf(context, event);
    const { number, fromVersion, toVersion, versionReason } = event.payload;
    const orders = (await ordersOf(context.db, [occasion.ticket.id])).get(occasion.ticket.id) ?? [];
    const order = orders.find((each) => each.number === number);
    if (!order || order.plannedVersion !== toVersion) return;
    const plan = { order, from: textOf(fromVersion), to: textOf(toVersion), reason: textOf(versionReason) };
    await mailEach(occasion, await customersOf(occasion), (head) => plannedLetter(head, plan));
  },
};

/** The order is done, and with it the ticket; the version that has it stands in the letter. */
const tellOrderDone: Effect = {
  name: "tickets.mail-order-done",
  async run(context, event) {
    const { orderNumber, orderVersion, result } = event.payload;
    if (typeof orderNumber !== "number") return;
    const occasion = await occasionOf(context, event);
    const { ticket } = occasion;
    if (ticket.status !== "resolved" && ticket.status !== "closed") return;
    const news = { ticket, number: orderNumber, version: textOf(orderVersion), result: textOf(result) };
    await mailEach(occasion, await customersOf(occasion), (head) => orderDoneLetter(head, news));
  },
};

export const orderMails = { tellEscalated, tellVersion, tellOrderPlan, tellOrderDone };
