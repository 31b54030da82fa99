import { system } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { orderOf, type Order } from "../rules/technical.ts";
import type { Ticket } from "../rules/ticket.ts";
import { endsOf, mergedInto } from "./merges.ts";
import { ticketsByIds } from "./tickets.ts";

/** Whoever may see the waiting ticket learns of the order what `orderOf` tells, and of the technical ticket no more. */
const us = system("tickets");

export interface Hanging {
  /** The ticket whose own link it is: the waiting one, or one that was merged into it. */
  linkedId: number;
  technical: Ticket;
}

interface Looking {
  /** Whether links of merged tickets count whose customers are to see nothing of these. */
  isForCustomers: boolean;
}

/** The technical tickets on which each of these hangs, oldest first; tickets that wait for none are missing. */
export const technicalOf = async (
  db: Reader,
  ticketIds: readonly number[],
  { isForCustomers }: Looking = { isForCustomers: false },
): Promise<Map<number, Hanging[]>> => {
  if (ticketIds.length === 0) return new Map();
  const merged = await mergedInto(db, ticketIds);
  const sources = new Map(
    ticketIds.map((id) => [
      id,
      [id, ...(merged.get(id) ?? []).filter(({ isApart }) => !isForCustomers || !isApart).map((each) => each.id)],
    ]),
  );
  const rows = await db
    .selectFrom("ticket_links")
    .select(["ticket_id", "other_id"])
    .where("kind", "=", "technical")
    .where("ticket_id", "in", [...new Set([...sources.values()].flat())])
    .orderBy("added_at")
    .orderBy("other_id")
    .execute();
  const ends = await endsOf(
    db,
    rows.map((row) => row.other_id),
  );
  const tickets = await ticketsByIds(db, us, [...ends.values()]);
  const hanging = new Map<number, Hanging[]>();
  for (const [id, ids] of sources) {
    const found = new Map<number, Hanging>();
    for (const row of rows) {
      const technical = ids.includes(row.ticket_id) ? tickets.get(ends.get(row.other_id) ?? 0) : undefined;
      if (technical && !found.has(technical.id)) found.set(technical.id, { linkedId: row.ticket_id, technical });
    }
    if (found.size > 0) hanging.set(id, [...found.values()]);
  }
  return hanging;
};

/** The orders that a ticket waits for, as customers are told of them. */
export const ordersOf = async (db: Reader, ticketIds: readonly number[]): Promise<Map<number, Order[]>> =>
  new Map(
    [...(await technicalOf(db, ticketIds, { isForCustomers: true }))].map(([id, hanging]) => [
      id,
      hanging.map(({ technical }) => orderOf(technical)),
    ]),
  );

/** Everything that hangs on the technical ticket, or on one that was merged into it, where it goes on; oldest first. */
export const listWaiting = async (db: Reader, technicalId: number): Promise<Ticket[]> => {
  const merged = (await mergedInto(db, [technicalId])).get(technicalId) ?? [];
  const rows = await db
    .selectFrom("ticket_links")
    .select("ticket_id")
    .distinct()
    .where("kind", "=", "technical")
    .where("other_id", "in", [technicalId, ...merged.map(({ id }) => id)])
    .execute();
  const ends = await endsOf(
    db,
    rows.map((row) => row.ticket_id),
  );
  const tickets = await ticketsByIds(db, us, [...new Set(ends.values())]);
  return [...tickets.values()].sort((one, other) => one.id - other.id);
};
