import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";

/** Until when the person has read each ticket; tickets that he never opened are missing. */
export const readTimes = async (
  db: Reader,
  personId: number,
  ticketIds: readonly number[],
): Promise<Map<number, Date>> => {
  if (ticketIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("ticket_reads")
    .select(["ticket_id", "read_at"])
    .where("person_id", "=", personId)
    .where("ticket_id", "in", ticketIds)
    .execute();
  return new Map(rows.map((row) => [row.ticket_id, row.read_at]));
};

export const writeRead = async (tx: Tx, ticketId: number, personId: number): Promise<void> => {
  await tx
    .insertInto("ticket_reads")
    .values({ ticket_id: ticketId, person_id: personId, read_at: now() })
    .onConflict((conflict) => conflict.columns(["ticket_id", "person_id"]).doUpdateSet({ read_at: now() }))
    .execute();
};

/** The newest words of a ticket, cut for a list. */
export interface LatestMessage {
  beginning: string;
  at: Date;
  authorId: number | null;
}

/** The newest message of each ticket, internal ones included; for the desk only. */
export const latestMessages = async (db: Reader, ticketIds: readonly number[]): Promise<Map<number, LatestMessage>> => {
  if (ticketIds.length === 0) return new Map();
  const { rows } = await sql<LatestMessage & { ticketId: number }>`
    select wanted.id as "ticketId", latest.beginning, latest.at, latest.author_id as "authorId"
    from unnest(${[...ticketIds]}::bigint[]) as wanted (id)
    cross join lateral (
      select left(text, 300) as beginning, at, author_id from messages
      where ticket_id = wanted.id and taken_back_at is null
      order by id desc limit 1
    ) as latest`.execute(db);
  return new Map(rows.map(({ ticketId, ...latest }) => [ticketId, latest]));
};
