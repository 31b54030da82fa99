import type { Actor } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { listEvents } from "../../../platform/events.ts";
import type { Changes } from "../rules/changes.ts";
import { can } from "../rules/policy.ts";
import { beforeHeld, isMessageForCustomers } from "../rules/sight.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listHeldReplies, listPublicMessages } from "./messages.ts";

/**
 * The tickets as the actor knows them: to customers an answer that can still be taken back has not happened, nor has
 * what it brought along, be it on a page, in a list or in what they can do.
 */
export const asKnownTo = async (db: Reader, actor: Actor, tickets: readonly Ticket[]): Promise<Ticket[]> => {
  if (actor.kind !== "customer") return [...tickets];
  const replies = await listHeldReplies(
    db,
    tickets.map(({ id }) => id),
  );
  const known: Ticket[] = [];
  for (const ticket of tickets) {
    const held = replies.get(ticket.id);
    const seen = held ? await before(db, ticket, held) : ticket;
    // Whom the answer puts into CC does not read along yet.
    if (!held || can(actor, "read", seen)) known.push(seen);
  }
  return known;
};

const before = async (db: Reader, ticket: Ticket, replyEventIds: readonly number[]): Promise<Ticket> => {
  const events = await listEvents(db, { kind: "ticket", id: ticket.id });
  const isHeld = (id: unknown): boolean => replyEventIds.some((each) => each === id);
  return beforeHeld(ticket, {
    changes: events
      .filter(({ id, payload }) => isHeld(id) || isHeld(payload["replyEventId"]))
      .map(({ payload }) => (payload["changes"] ?? {}) as Changes),
    said: (await listPublicMessages(db, ticket.id)).filter(isMessageForCustomers),
  });
};
