import { act } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Context } from "../../../platform/context.ts";
import type { Effect, StoredEvent } from "../../../platform/events.ts";
import { tellOrderPlanned } from "../actions/plan-version.ts";
import { settleOrder } from "../actions/settle-order.ts";
import type { Changes } from "../rules/changes.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listWaiting } from "../store/orders.ts";
import { getTicket } from "../store/tickets.ts";
import { mailOrderDone, mailOrderPlan } from "./order-mails.ts";

const us = system("tickets");

/** Who hangs on the ticket that the event is about. */
const waitingFor = async ({ db }: Context, { subject }: StoredEvent): Promise<Ticket[]> => {
  const ticket = await getTicket(db, us, subject.id);
  return ticket.mergedInto === null ? listWaiting(db, ticket.id) : [];
};

const isSaid = (said: { eventId: number } | null): said is { eventId: number } => said !== null;

/** Technical support is done, or will not do it: each ticket that waits goes its way, one after the other. */
export const settleWaiting: Effect = {
  name: "tickets.settle-waiting",
  async run(context, event) {
    const technicalId = event.subject.id;
    const resolved = [];
    for (const { id: ticketId } of await waitingFor(context, event)) {
      const once = `settle ${event.id} ${ticketId}`;
      resolved.push(await act(context.db, us, settleOrder, { ticketId, technicalId }, { once }));
    }
    await mailOrderDone(context, resolved.filter(isSaid));
  },
};

/** A technical ticket is planned for another version: whoever waits reads it in his own ticket. */
export const tellPlanOn: Effect = {
  name: "tickets.tell-plan-on",
  async run(context, event) {
    const change = ((event.payload["changes"] ?? {}) as Changes).plannedVersion;
    if (!change) return;
    const told = [];
    for (const { id: ticketId } of await waitingFor(context, event)) {
      const input = {
        ticketId,
        technicalId: event.subject.id,
        fromVersion: change.from,
        toVersion: change.to,
        versionReason: event.payload["versionReason"],
      };
      told.push(await act(context.db, us, tellOrderPlanned, input, { once: `plan ${event.id} ${ticketId}` }));
    }
    await mailOrderPlan(context, told.filter(isSaid));
  },
};
