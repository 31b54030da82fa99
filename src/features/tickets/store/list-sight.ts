import { sql, type RawBuilder } from "kysely";
import type { Actor } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";
import type { Status } from "../rules/ticket.ts";
import { selectTickets, ticketsOf } from "./tickets.ts";
import { visibleTo } from "./visible.ts";

/** With whose eyes lists are filtered, sorted and counted, at this moment. */
export interface ListSight {
  db: Reader;
  actor: Actor;
  /** Tickets whose status the actor knows as another one: an answer that moved them can still be taken back. */
  knownAs: readonly { ticketId: number; status: Status }[];
  /** Tickets that he does not know yet at all: such an answer puts him into CC. */
  unknown: readonly number[];
}

/** Answers are held for seconds, so there are few tickets, and mostly none, to look at. */
export const listSight = async (db: Reader, actor: Actor): Promise<ListSight> => {
  if (actor.kind !== "customer") return { db, actor, knownAs: [], unknown: [] };
  const held = db
    .selectFrom("messages")
    .select("ticket_id")
    .where("held_until", ">", now())
    .where("taken_back_at", "is", null);
  const rows = await selectTickets(db).where(visibleTo(actor)).where("tickets.id", "in", held).execute();
  const known = new Map((await ticketsOf(db, actor, rows)).map(({ id, status }) => [id, status]));
  return {
    db,
    actor,
    knownAs: rows.flatMap(({ id, status }) => {
      const seen = known.get(id);
      return seen !== undefined && seen !== status ? [{ ticketId: id, status: seen }] : [];
    }),
    unknown: rows.filter(({ id }) => !known.has(id)).map(({ id }) => id),
  };
};

/** The status of `tickets` as the actor knows it: what rows show, and filters, sorting and counts go by. */
export const statusKnown = ({ knownAs }: ListSight): RawBuilder<string> =>
  knownAs.length === 0
    ? sql`tickets.status`
    : sql`case tickets.id ${sql.join(
        knownAs.map(({ ticketId, status }) => sql`when ${ticketId}::bigint then ${status}::text`),
        sql` `,
      )} else tickets.status end`;
