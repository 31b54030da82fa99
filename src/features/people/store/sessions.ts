import type { Reader, Tx } from "../../../platform/db/db.ts";

/** Writing sessions is the accounts library's (auth/library.ts), as far as it knows them. */
export interface Session {
  id: number;
  ip: string;
  userAgent: string;
  createdAt: Date;
  seenAt: Date;
  isCurrent: boolean;
}

/** The person's sessions that still hold at `at`, the latest used first. */
export const listSessions = async (
  db: Reader,
  { personId, at, currentHash }: { personId: number; at: Date; currentHash: string | undefined },
): Promise<Session[]> => {
  const rows = await db
    .selectFrom("sessions")
    .select(["id", "token", "ip_address", "user_agent", "created_at", "seen_at"])
    .where("person_id", "=", personId)
    .where("expires_at", ">", at)
    .orderBy("seen_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    ip: row.ip_address ?? "",
    userAgent: row.user_agent ?? "",
    createdAt: row.created_at,
    seenAt: row.seen_at,
    isCurrent: row.token === currentHash,
  }));
};

export const updateSessionSeen = async (
  tx: Tx,
  { sessionId, seenAt, expiresAt }: { sessionId: number; seenAt: Date; expiresAt: Date },
): Promise<void> => {
  await tx
    .updateTable("sessions")
    .set({ seen_at: seenAt, expires_at: expiresAt })
    .where("id", "=", sessionId)
    .execute();
};

/** False when the person has no such session. */
export const deleteSession = async (
  tx: Tx,
  { personId, sessionId }: { personId: number; sessionId: number },
): Promise<boolean> => {
  const gone = await tx
    .deleteFrom("sessions")
    .where("id", "=", sessionId)
    .where("person_id", "=", personId)
    .returning("id")
    .executeTakeFirst();
  return gone !== undefined;
};

/** Ends all of the person's sessions but the one with this token. */
export const deleteOtherSessions = async (
  tx: Tx,
  { personId, keepHash }: { personId: number; keepHash: string },
): Promise<void> => {
  await tx.deleteFrom("sessions").where("person_id", "=", personId).where("token", "<>", keepHash).execute();
};

export const deleteSessionByHash = async (tx: Tx, tokenHash: string): Promise<void> => {
  await tx.deleteFrom("sessions").where("token", "=", tokenHash).execute();
};

export const deleteSessionsBefore = async (db: Reader, at: Date): Promise<void> => {
  await db.deleteFrom("sessions").where("expires_at", "<", at).execute();
};
