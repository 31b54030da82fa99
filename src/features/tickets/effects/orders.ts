import { act } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Context } from "../../../platform/context.ts";
import type { Effect, StoredEvent } from "../../../platform/events.ts";
import { tellOrderPlanned } from "../actions/plan-version.ts";
import { settleOrder } from "../actions/settle-order.ts";
import type { Changes } from "../rules/changes.ts";
import { isTechnical } from "../rules/technical.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listWaiting } from "../store/orders.ts";
import { getTicket } from "../store/tickets.ts";

const us = system("tickets");

/** Who hangs on the ticket that the event is about; nobody where it is no technical ticket. */
const waitingFor = async ({ db }: Context, { subject }: StoredEvent): Promise<Ticket[]> => {
  const ticket = await getTicket(db, us, subject.id);
  return isTechnical(ticket) && ticket.mergedInto === null ? listWaiting(db, ticket.id) : [];
};

/** Technical support is done, or will not do it: each ticket that waits goes its way, one after the other. */
export const settleWaiting: Effect = {
  name: "tickets.settle-waiting",
  async run(context, event) {
    const technicalId = event.subject.id;
    for (const { id: ticketId } of await waitingFor(context, event))
      await act(context.db, us, settleOrder, { ticketId, technicalId }, { once: `settle ${event.id} ${ticketId}` });
  },
};

/** A technical ticket is planned for another version: whoever waits reads it in his own ticket. */
export const tellPlanOn: Effect = {
  name: "tickets.tell-plan-on",
  async run(context, event) {
    const change = ((event.payload["changes"] ?? {}) as Changes).plannedVersion;
    if (!change) return;
    for (const { id: ticketId } of await waitingFor(context, event)) {
      const input = {
        ticketId,
        technicalId: event.subject.id,
        fromVersion: change.from,
        toVersion: change.to,
        versionReason: event.payload["versionReason"],
      };
      await act(context.db, us, tellOrderPlanned, input, { once: `plan ${event.id} ${ticketId}` });
    }
  },
};
