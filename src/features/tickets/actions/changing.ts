import { personIdOf, system, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { keepDeadlines } from "../deadlines.ts";
import { ticketEvent, type TicketEvent } from "../events.ts";
import { changesOf, patched, withConsequences, type Changes, type Field, type Patch } from "../rules/changes.ts";
import { clockFields } from "../rules/deadlines.ts";
import { mustBeAbleTo } from "../rules/policy.ts";
import { isEventForCustomers } from "../rules/sight.ts";
import type { Verb } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { listChangesSince } from "../store/timeline.ts";
import { getTicket, lockTicket } from "../store/tickets.ts";
import { updateTicket, type Marks } from "../store/ticket-rows.ts";
import { phrase } from "../words.ts";
import { saidNow } from "./meanwhile.ts";

/** What every changing action gives back. */
export interface Changed {
  ticketId: number;
  number: number;
  version: number;
  eventId: number;
}

interface Beginning {
  ticketId: number;
  /** From which version the form was made; undefined: compare nothing. */
  version?: number | undefined;
  /** Fields that the form was about: if one of them has changed since, it is refused. */
  fields?: readonly Field[];
}

/**
 * How every change begins: the ticket is locked, so of two changes at once the second sees the first; what the
 * actor may not see does not exist, and what he may not do is refused.
 */
export const begin = async (
  tx: Tx,
  actor: Actor,
  verb: Verb,
  { ticketId, version, fields = [] }: Beginning,
): Promise<Ticket> => {
  const ticket = await lockTicket(tx, actor, ticketId);
  mustBeAbleTo(actor, verb, ticket);
  await refuseOutdated(tx, ticket, { version, fields, isForCustomer: actor.kind === "customer" });
  return ticket;
};

interface Outdated {
  version?: number | undefined;
  fields: readonly Field[];
  /** What this person has changed does not count. */
  besides?: number | null;
  /** Who reads the refusal calls the status as customers do. */
  isForCustomer?: boolean;
}

/** A form that was made before somebody else changed the same fields is refused; other changes do not matter, nor those of `besides`. */
export const refuseOutdated = async (
  tx: Tx,
  ticket: Ticket,
  { version, fields, besides, isForCustomer = false }: Outdated,
): Promise<void> => {
  if (version === undefined || version === ticket.version || fields.length === 0) return;
  const changed = await listChangesSince(tx, { ticketId: ticket.id, version, besides: besides ?? null });
  const clashes = fields.filter((field) => changed.has(field));
  if (clashes.length === 0) return;
  const changes = [];
  for (const field of clashes)
    changes.push({ field, by: changed.get(field) ?? "", now: await saidNow(tx, ticket, { field, isForCustomer }) });
  throw new Conflict(phrase("changedMeanwhile", { changes }));
};

/** The answer that something goes with. While it can be taken back, customers see neither. */
export interface WithReply {
  replyEventId: number;
  isHeld: boolean;
}

interface Change {
  event: TicketEvent;
  /** Customers do not see it yet; `announceReply` tells them. */
  isHeld?: boolean;
  patch?: Patch;
  marks?: Omit<Marks, "isPublic">;
}

/** How every change ends: written, counted, and recorded with what was before and what is now. */
export const commit = async (
  tx: Tx,
  actor: Actor,
  known: Ticket,
  { event, isHeld = false, patch: wanted = {}, marks = {} }: Change,
): Promise<{ ticket: Ticket; changed: Changed }> => {
  // Customers know the ticket without what is still held; it is changed from where it stands.
  const ticket = actor.kind === "customer" ? await getTicket(tx, system("tickets"), known.id) : known;
  const patch = withConsequences(ticket, wanted);
  const changes = changesOf(ticket, patch);
  const isPublic = !isHeld && isEventForCustomers({ name: event.name, changes }, ticket.type);
  await updateTicket(tx, ticket, { patch, marks: { ...marks, isPublic } });
  const after = patched(ticket, patch, marks);
  const eventId = await record(tx, actor, ticketEvent(event, { ticket: after, changes, isPublic }));
  if (movesDeadlines(event, changes)) await keepDeadlines(tx, after);
  return {
    ticket: after,
    changed: { ticketId: ticket.id, number: ticket.number, version: after.version, eventId },
  };
};

// What was said counts as well; that is kept with the words (actions/speaking.ts).
const movesDeadlines = ({ name }: TicketEvent, changes: Changes): boolean =>
  name === "ticket.reply-taken-back" || clockFields.some((field) => changes[field] !== undefined);

/** Who speaks, as the timeline keeps it even if the person is renamed later. */
export const speakerOf = (actor: Actor): { authorId: number | null; authorName: string } => ({
  authorId: personIdOf(actor),
  authorName: actor.kind === "visitor" ? "" : actor.name,
});
