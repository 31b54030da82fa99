import type { Reader, Tx } from "../../../platform/db/db.ts";
import { after, now } from "../../../platform/time.ts";

/** Somebody has the ticket open. The page says so again before the time is up. */
export interface Presence {
  personId: number;
  isWriting: boolean;
}

/** Milliseconds after which somebody who was not heard of any more has gone. */
export const presenceLasts = 30_000;

export const listPresences = async (db: Reader, ticketId: number): Promise<Presence[]> => {
  const rows = await db
    .selectFrom("ticket_presences")
    .select(["person_id", "writing"])
    .where("ticket_id", "=", ticketId)
    .where("expires_at", ">", now())
    .orderBy("person_id")
    .execute();
  return rows.map((row) => ({ personId: row.person_id, isWriting: row.writing }));
};

/** Says that the person is there. True when that is news to the others: he came, began or stopped writing. */
export const writePresence = async (
  tx: Tx,
  { ticketId, personId, isWriting }: Presence & { ticketId: number },
): Promise<boolean> => {
  const before = await tx
    .selectFrom("ticket_presences")
    .select(["writing", "expires_at"])
    .where("ticket_id", "=", ticketId)
    .where("person_id", "=", personId)
    .forUpdate()
    .executeTakeFirst();
  const row = { writing: isWriting, expires_at: after(now(), presenceLasts) };
  await tx
    .insertInto("ticket_presences")
    .values({ ticket_id: ticketId, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(["ticket_id", "person_id"]).doUpdateSet(row))
    .execute();
  return !before || before.expires_at <= now() || before.writing !== isWriting;
};

/** True when the person was there. */
export const deletePresence = async (tx: Tx, ticketId: number, personId: number): Promise<boolean> => {
  const { numDeletedRows } = await tx
    .deleteFrom("ticket_presences")
    .where("ticket_id", "=", ticketId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
};

/** Forgets who has gone without a word; returns in which tickets. */
export const deleteExpiredPresences = async (tx: Tx): Promise<number[]> => {
  const rows = await tx
    .deleteFrom("ticket_presences")
    .where("expires_at", "<=", now())
    .returning("ticket_id")
    .execute();
  return [...new Set(rows.map((row) => row.ticket_id))];
};
