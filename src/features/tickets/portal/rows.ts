import type { Customer } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { peopleByIds } from "../../people/index.ts";
import { listDevelopmentStatuses } from "../../ticket-types/index.ts";
import { standingOf } from "../rules/policy.ts";
import type { SeenTicket } from "../rules/sight.ts";
import type { Ticket } from "../rules/ticket.ts";
import { ordersOf } from "../store/orders.ts";
import { readTimes } from "../store/reads.ts";
import type { RequestRow } from "../views/portal/request-status.tsx";

const writers: ReadonlySet<string> = new Set(["requester", "participant", "manager"]);

/** Whether the customer takes part in the request, beside reading it. */
export const isWriterOf = (actor: Customer, ticket: Ticket): boolean => writers.has(standingOf(actor, ticket));

export const rowsOf = async (db: Reader, actor: Customer, tickets: readonly SeenTicket[]): Promise<RequestRow[]> => {
  const people = await peopleByIds(
    db,
    tickets.map(({ requesterId }) => requesterId),
  );
  const readAt = await readTimes(
    db,
    actor.personId,
    tickets.map(({ id }) => id),
  );
  const developmentStatuses = await listDevelopmentStatuses(db);
  const orders = await ordersOf(
    db,
    tickets.map(({ id }) => id),
  );
  return tickets.map((ticket) => ({
    ticket,
    isWriter: isWriterOf(actor, ticket),
    requester: ticket.requesterId === actor.personId ? null : (people.get(ticket.requesterId)?.name ?? ""),
    isFresh:
      ticket.lastMessageBy === "agent" && ticket.lastActivityAt.getTime() > (readAt.get(ticket.id)?.getTime() ?? 0),
    development: developmentStatuses.find(({ id }) => id === ticket.developmentStatusId)?.names[actor.locale],
    orders: orders.get(ticket.id) ?? [],
  }));
};
