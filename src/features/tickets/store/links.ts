import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";
import type { LinkKind } from "../rules/ticket.ts";

export interface Link {
  ticketId: number;
  otherId: number;
  kind: LinkKind;
}

/** False when the two are linked like that already. */
export const insertLink = async (tx: Tx, { ticketId, otherId, kind }: Link): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("ticket_links")
    .values({ ticket_id: ticketId, other_id: otherId, kind, added_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
};

export const deleteLink = async (tx: Tx, { ticketId, otherId, kind }: Link): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom("ticket_links")
    .where("ticket_id", "=", ticketId)
    .where("other_id", "=", otherId)
    .where("kind", "=", kind)
    .executeTakeFirst();
  return numDeletedRows === 1n;
};

/** Links of the ticket in both directions: `isFrom` when it is the ticket that points to the other. */
export const listLinks = async (
  db: Reader,
  ticketId: number,
): Promise<{ otherId: number; kind: LinkKind; isFrom: boolean }[]> => {
  const rows = await db
    .selectFrom("ticket_links")
    .select([
      "kind",
      sql<number>`case when ticket_id = ${ticketId} then other_id else ticket_id end`.as("other"),
      sql<boolean>`ticket_id = ${ticketId}`.as("is_from"),
    ])
    .where((row) => row.or([row("ticket_id", "=", ticketId), row("other_id", "=", ticketId)]))
    .orderBy("added_at")
    .execute();
  return rows.map((row) => ({ otherId: row.other, kind: row.kind, isFrom: row.is_from }));
};
