import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import type { AttemptKind } from "../rules/limits.ts";

interface Attempt {
  kind: AttemptKind;
  /** `address:cy@example.org` or `ip:203.0.113.7` */
  source: string;
}

/**
 * Notes an attempt and says how many there are since `since`, this one included. Attempts of one source wait for each
 * other, so that many at the same time are counted one by one.
 */
export const countAttempt = async (tx: Tx, attempt: Attempt, { at, since }: { at: Date; since: Date }) => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${attempt.kind} ${attempt.source}`}, 0))`.execute(tx);
  await tx
    .insertInto("access_attempts")
    .values({ ...attempt, at })
    .execute();
  const { many } = await tx
    .selectFrom("access_attempts")
    .select((row) => row.fn.countAll<number>().as("many"))
    .where("kind", "=", attempt.kind)
    .where("source", "=", attempt.source)
    .where("at", ">", since)
    .executeTakeFirstOrThrow();
  return many;
};

export const deleteAttempts = async (tx: Tx, { kind, source }: Attempt): Promise<void> => {
  await tx.deleteFrom("access_attempts").where("kind", "=", kind).where("source", "=", source).execute();
};

/** Takes back the newest one alone. */
export const deleteLastAttempt = async (tx: Tx, { kind, source }: Attempt): Promise<void> => {
  const last = tx
    .selectFrom("access_attempts")
    .select("id")
    .where("kind", "=", kind)
    .where("source", "=", source)
    .orderBy("id", "desc")
    .limit(1);
  await tx.deleteFrom("access_attempts").where("id", "in", last).execute();
};

export const deleteAttemptsBefore = async (db: Reader, at: Date): Promise<void> => {
  await db.deleteFrom("access_attempts").where("at", "<", at).execute();
};
