import type { Reader, Tx } from "../../../platform/db/db.ts";

/** An address at which mail does not arrive; nothing is sent there until somebody says to try again. */
export interface Undeliverable {
  address: string;
  since: Date;
  /** The other server's words; may be empty. */
  reason: string;
}

export const insertUndeliverable = async (
  tx: Tx,
  { address, since, reason, mailId }: Undeliverable & { mailId: number },
): Promise<void> => {
  await tx
    .insertInto("undeliverable_addresses")
    .values({ address, since, reason, mail_id: mailId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** The mail that has found it out; undefined when the address is not marked. */
export const deleteUndeliverable = async (tx: Tx, address: string): Promise<{ mailId: number } | undefined> => {
  const row = await tx
    .deleteFrom("undeliverable_addresses")
    .where("address", "=", address)
    .returning("mail_id")
    .executeTakeFirst();
  return row && { mailId: row.mail_id };
};

/** Those of the addresses that are marked. Lower case. */
export const undeliverableAmong = async (
  db: Reader,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Undeliverable>> => {
  if (addresses.length === 0) return new Map();
  const rows = await db
    .selectFrom("undeliverable_addresses")
    .select(["address", "since", "reason"])
    .where("address", "in", [...addresses])
    .execute();
  return new Map(rows.map((row) => [row.address, row]));
};

export const isUndeliverable = async (db: Reader, address: string): Promise<boolean> =>
  (await undeliverableAmong(db, [address])).size > 0;

/** All that are marked, the newest first, each with the mail that has found it out. */
export const listUndeliverable = async (
  db: Reader,
  { limit, offset }: { limit: number; offset: number },
): Promise<(Undeliverable & { mailId: number })[]> => {
  const rows = await db
    .selectFrom("undeliverable_addresses")
    .select(["address", "since", "reason", "mail_id"])
    .orderBy("since", "desc")
    .orderBy("address")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ mail_id: mailId, ...row }) => ({ ...row, mailId }));
};

export const countUndeliverable = async (db: Reader): Promise<number> =>
  (
    await db
      .selectFrom("undeliverable_addresses")
      .select((row) => row.fn.countAll<number>().as("many"))
      .executeTakeFirstOrThrow()
  ).many;
