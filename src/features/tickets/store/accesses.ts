import type { Reader, Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";

/** That the customer let the desk into an environment of his. */
export interface Access {
  id: number;
  ticketId: number;
  environment: string;
  grantedBy: number | null;
  grantedAt: Date;
  endedAt: Date | null;
}

export const listAccesses = async (db: Reader, ticketIds: readonly number[]): Promise<Access[]> => {
  if (ticketIds.length === 0) return [];
  const rows = await db
    .selectFrom("ticket_accesses")
    .selectAll()
    .where("ticket_id", "in", [...ticketIds])
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ticketId: row.ticket_id,
    environment: row.environment,
    grantedBy: row.granted_by,
    grantedAt: row.granted_at,
    endedAt: row.ended_at,
  }));
};

export const insertAccess = async (
  tx: Tx,
  { ticketId, environment, grantedBy }: { ticketId: number; environment: string; grantedBy: number | null },
): Promise<number> => {
  const { id } = await tx
    .insertInto("ticket_accesses")
    .values({ ticket_id: ticketId, environment, granted_by: grantedBy, granted_at: now() })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

/** False when it had ended already. */
export const endAccess = async (
  tx: Tx,
  { accessId, endedBy }: { accessId: number; endedBy: number | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable("ticket_accesses")
    .set({ ended_at: now(), ended_by: endedBy })
    .where("id", "=", accessId)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};
