import type { Context } from "../../../platform/context.ts";
import { getEvent, type Effect } from "../../../platform/events.ts";
import { orderDoneLetter, escalatedLetter, plannedLetter } from "../emails/about-orders.tsx";
import { mailOnceEach } from "../mailing-together.ts";
import { customersOf, mailEach, occasionOf, type Occasion } from "../mailing.ts";
import type { Changes } from "../rules/changes.ts";
import { isTechnical, type Order } from "../rules/technical.ts";
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

/** What was written into the tickets that wait for an order, oldest ticket first. */
export type Told = readonly { eventId: number }[];

const occasionsOf = async (context: Context, told: Told): Promise<Occasion[]> => {
  const occasions: Occasion[] = [];
  for (const { eventId } of told) occasions.push(await occasionOf(context, await getEvent(context.db, eventId)));
  return occasions;
};

/** The order that tickets wait for is planned for a version, or another one. */
export const mailOrderPlan = async (context: Context, told: Told): Promise<void> => {
  const occasions = await occasionsOf(context, told);
  const orders = await ordersOf(
    context.db,
    occasions.map(({ ticket }) => ticket.id),
  );
  const orderOf = ({ ticket, event: { payload } }: Occasion): Order | undefined =>
    orders
      .get(ticket.id)
      ?.find(({ number, plannedVersion }) => number === payload["number"] && plannedVersion === payload["toVersion"]);
  // Changed once more since: the next letter says it.
  const current = occasions.filter((occasion) => orderOf(occasion) !== undefined);
  await mailOnceEach(current, (head, { occasion, others }) => {
    const { fromVersion, toVersion, versionReason } = occasion.event.payload;
    const plan = { from: textOf(fromVersion), to: textOf(toVersion), reason: textOf(versionReason) };
    return plannedLetter(head, { order: orderOf(occasion), others, ...plan });
  });
};

/** The order is done, and with it the tickets; the version that has it stands in the letter. */
export const mailOrderDone = async (context: Context, told: Told): Promise<void> => {
  const occasions = (await occasionsOf(context, told)).filter(
    ({ ticket: { status } }) => status === "resolved" || status === "closed",
  );
  await mailOnceEach(occasions, (head, { occasion: { ticket, event }, others }) => {
    const { orderNumber, orderVersion, result } = event.payload;
    return orderDoneLetter(head, {
      ticket,
      others,
      number: Number(orderNumber),
      version: textOf(orderVersion),
      result: textOf(result),
    });
  });
};

export const orderMails = { tellEscalated, tellVersion };
