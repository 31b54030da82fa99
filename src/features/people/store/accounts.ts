import type { Reader, Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";

/** Gives portal access. Nothing happens when the person has it already. */
export const insertAccount = async (tx: Tx, personId: number): Promise<boolean> => {
  const made = await tx
    .insertInto("accounts")
    .values({ person_id: personId, created_at: now() })
    .onConflict((conflict) => conflict.column("person_id").doNothing())
    .returning("person_id")
    .executeTakeFirst();
  return made !== undefined;
};

export const updateLastSignedIn = async (tx: Tx, personId: number): Promise<void> => {
  await tx.updateTable("accounts").set({ last_signed_in_at: now() }).where("person_id", "=", personId).execute();
};

export const findLastSignedIn = async (db: Reader, personId: number): Promise<Date | null> => {
  const row = await db
    .selectFrom("accounts")
    .select("last_signed_in_at")
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row?.last_signed_in_at ?? null;
};

/** The stored password of whoever may sign in with this address. */
export const findPassword = async (
  db: Reader,
  email: string,
): Promise<{ personId: number; hash: string } | undefined> => {
  const row = await db
    .selectFrom("credentials")
    .innerJoin("people", "people.id", "credentials.person_id")
    .select(["people.id", "credentials.password"])
    .where("people.email", "=", email)
    .where("people.deactivated_at", "is", null)
    .where("credentials.provider_id", "=", "credential")
    .executeTakeFirst();
  return row?.password ? { personId: row.id, hash: row.password } : undefined;
};
