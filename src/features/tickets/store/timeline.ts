import type { Actor } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { listEvents, type StoredEvent } from "../../../platform/events.ts";
import type { Changes, Field } from "../rules/changes.ts";
import { can } from "../rules/policy.ts";
import { mergedEntry, timelineFor, type Message, type TimelineEntry } from "../rules/sight.ts";
import type { Status, Ticket } from "../rules/ticket.ts";
import { listMerged, type Merged } from "./merges.ts";
import { findCopies, listMessages } from "./messages.ts";
import { ticketsByIds } from "./tickets.ts";

/**
 * The ticket's one history, oldest first, as the actor may read it: events, with the words and files that came with
 * them, and between them the words of tickets that were merged into it.
 */
export const listTimeline = async (db: Reader, actor: Actor, ticket: Ticket): Promise<TimelineEntry[]> => {
  const own = await withPlaces(db, actor, timelineFor(actor, ticket, await listWholeTimeline(db, ticket.id)));
  const merged = await listMergedEntries(db, actor, ticket);
  if (merged.length === 0) return own;
  // What was split off and is back stands here once.
  const said = new Set([...own, ...merged].flatMap(({ message }) => message?.id ?? []));
  const copied = new Set(own.flatMap(({ message }) => message?.copyOf ?? []));
  const isDouble = ({ message }: TimelineEntry): boolean =>
    message !== undefined && (copied.has(message.id) || (message.copyOf !== null && said.has(message.copyOf)));
  return [...own, ...merged.filter((entry) => !isDouble(entry))].sort(
    (one, other) => one.at.getTime() - other.at.getTime() || one.id - other.id,
  );
};

/** Words that were split off say where they went on, to whoever may look there. */
const withPlaces = async (db: Reader, actor: Actor, entries: readonly TimelineEntry[]): Promise<TimelineEntry[]> => {
  const copies = await findCopies(
    db,
    entries.flatMap(({ message }) => message?.id ?? []),
  );
  if (copies.size === 0) return [...entries];
  const tickets = await ticketsByIds(db, actor, [...copies.values()]);
  return entries.map((entry) => {
    const place = entry.message && tickets.get(copies.get(entry.message.id) ?? 0);
    return place ? { ...entry, wentTo: place.number } : entry;
  });
};

/** Tickets whose words are read in this one: those that go on here, as far as the actor may know of them. */
export const listReadMerged = async (db: Reader, actor: Actor, ticket: Ticket): Promise<Merged[]> => {
  const merged = await listMerged(db, ticket.id);
  return can(actor, "readInternals", ticket) ? merged : merged.filter(({ isApart }) => !isApart);
};

const listMergedEntries = async (db: Reader, actor: Actor, ticket: Ticket): Promise<TimelineEntry[]> => {
  const isForCustomers = !can(actor, "readInternals", ticket);
  const entries: TimelineEntry[] = [];
  for (const { id, number } of await listReadMerged(db, actor, ticket))
    for (const entry of await listWholeTimeline(db, id))
      entries.push(...mergedEntry(entry, { number, isForCustomers }));
  return entries;
};

const listWholeTimeline = async (db: Reader, ticketId: number): Promise<TimelineEntry[]> => {
  const [events, messages] = [await listEvents(db, { kind: "ticket", id: ticketId }), await listMessages(db, ticketId)];
  const byEvent = new Map(messages.map((message) => [message.eventId, message]));
  return events.map((event) => entryOf(event, byEvent.get(event.id)));
};

export const entryOf = (event: StoredEvent, message: Message | undefined): TimelineEntry => {
  const { changes = {}, version: _version, ...payload } = event.payload;
  return {
    id: event.id,
    at: event.at,
    name: event.name,
    actor: event.actor,
    payload,
    changes: changes as Changes,
    ...(message && { message }),
  };
};

/** Which fields were changed after the given version, by whom the last time. */
export const listChangesSince = async (
  db: Reader,
  { ticketId, version, besides }: { ticketId: number; version: number; besides: number | null },
): Promise<Map<Field, string>> => {
  const events = await listEvents(db, { kind: "ticket", id: ticketId });
  return new Map(
    events
      .filter(({ payload }) => typeof payload["version"] === "number" && payload["version"] > version)
      .filter(({ actor }) => besides === null || actor.id !== besides)
      .flatMap((event) =>
        Object.keys((event.payload["changes"] ?? {}) as Changes).map((field): [Field, string] => [
          field as Field,
          event.actor.kind === "system" ? "Tresen" : event.actor.name,
        ]),
      ),
  );
};

/** Who brought the ticket where it stands, and there. */
export const findLastMove = async (
  db: Reader,
  ticketId: number,
): Promise<{ actor: StoredEvent["actor"]; to: Status } | undefined> => {
  const events = await listEvents(db, { kind: "ticket", id: ticketId });
  const last = events.findLast(({ payload }) => ((payload["changes"] ?? {}) as Changes).status);
  return last && { actor: last.actor, to: (last.payload["changes"] as Changes).status?.to as Status };
};

/** The move that an answer brought along (`thenStatus`), if any. */
export const findMoveWithReply = async (
  db: Reader,
  { ticketId, replyEventId }: { ticketId: number; replyEventId: number },
): Promise<TimelineEntry | undefined> => {
  const events = await listEvents(db, { kind: "ticket", id: ticketId });
  return events
    .filter(({ payload }) => payload["replyEventId"] === replyEventId)
    .map((event) => entryOf(event, undefined))
    .find(({ changes }) => changes.status);
};
