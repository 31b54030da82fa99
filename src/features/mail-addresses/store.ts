import { sql, type RawBuilder, type Selectable } from "kysely";
import type { Reader, Tx } from "../../platform/db/db.ts";
import type { MailAddressesTable } from "../../platform/db/schema.ts";
import { Invalid, NotFound, type Refusal } from "../../platform/errors.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import { now } from "../../platform/time.ts";
import { phrase } from "./words.ts";

/** One of the desk's own addresses. */
export interface MailAddress {
  id: number;
  /** Lower case. */
  address: string;
  /** Who writes from there; empty: the desk. */
  name: string;
  /** Where a request goes that comes in here; null: as anywhere else. */
  teamId: number | null;
  typeId: number | null;
  locale: Locale | null;
  /** Since when it is taken in, but not written from. */
  retiredAt: Date | null;
}

const addressOf = (row: Selectable<MailAddressesTable>): MailAddress => ({
  id: row.id,
  address: row.address,
  name: row.name,
  teamId: row.team_id,
  typeId: row.type_id,
  locale: row.locale,
  retiredAt: row.retired_at,
});

/** There are few. */
export const listMailAddresses = async (db: Reader): Promise<MailAddress[]> =>
  (await db.selectFrom("mail_addresses").selectAll().orderBy("address").execute()).map(addressOf);

/** Throws `NotFound`. */
export const getMailAddress = async (db: Reader, id: number): Promise<MailAddress> => {
  const row = await db.selectFrom("mail_addresses").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound();
  return addressOf(row);
};

/** The same, and nobody else changes it until the transaction ends. */
export const lockMailAddress = async (tx: Tx, id: number): Promise<MailAddress> => {
  await tx.selectFrom("mail_addresses").select("id").where("id", "=", id).forUpdate().execute();
  return getMailAddress(tx, id);
};

export type Routing = Pick<MailAddress, "name" | "teamId" | "typeId" | "locale">;

const columnsOf = ({ name, teamId, typeId, locale }: Routing) => ({ name, team_id: teamId, type_id: typeId, locale });

// Asking first would not do: somebody else may write between the question and the answer.
const refusals: Readonly<Record<string, () => Refusal>> = {
  mail_addresses_unique: () => new Invalid({ address: phrase("isTaken") }),
  mail_addresses_team: () => new Invalid({ teamId: phrase("notOffered") }),
  mail_addresses_type: () => new Invalid({ typeId: phrase("notOffered") }),
};

const refused = (error: unknown): never => {
  const constraint = error instanceof Error && "constraint" in error ? String(error.constraint) : "";
  throw refusals[constraint]?.() ?? error;
};

export const insertMailAddress = async (tx: Tx, { address, ...routing }: Routing & { address: string }) => {
  const { id } = await tx
    .insertInto("mail_addresses")
    .values({ address, ...columnsOf(routing), created_at: now() })
    .returning("id")
    .executeTakeFirstOrThrow()
    .catch(refused);
  return id;
};

/** Adds the address as it is; false when it is there already. */
export const ensureMailAddress = async (tx: Tx, address: string): Promise<boolean> => {
  const made = await tx
    .insertInto("mail_addresses")
    .values({ address, created_at: now() })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return made !== undefined;
};

export const updateMailAddress = async (tx: Tx, id: number, routing: Routing): Promise<void> => {
  await tx.updateTable("mail_addresses").set(columnsOf(routing)).where("id", "=", id).execute().catch(refused);
};

export const setRetired = async (tx: Tx, id: number, retiredAt: Date | null): Promise<void> => {
  await tx.updateTable("mail_addresses").set({ retired_at: retiredAt }).where("id", "=", id).execute();
};

/** What something is about, e.g. `{ kind: "ticket", id: 17 }`. */
export interface About {
  kind: string;
  id: number;
}

/** Mails about it leave from this address from now on. */
export const insertUse = async (tx: Tx, about: About, addressId: number): Promise<void> => {
  await tx
    .insertInto("mail_address_uses")
    .values({ subject_kind: about.kind, subject_id: about.id, address_id: addressId })
    .onConflict((conflict) => conflict.columns(["subject_kind", "subject_id"]).doUpdateSet({ address_id: addressId }))
    .execute();
};

export const findUse = async (db: Reader, about: About): Promise<MailAddress | undefined> => {
  const row = await db
    .selectFrom("mail_addresses")
    .selectAll()
    .where("id", "in", (query) =>
      query
        .selectFrom("mail_address_uses")
        .select("address_id")
        .where("subject_kind", "=", about.kind)
        .where("subject_id", "=", about.id),
    )
    .executeTakeFirst();
  return row && addressOf(row);
};

/** The ids of what came in by one of the addresses, as a subquery for those whose things they are. */
export const cameInBy = (kind: string, addressIds: readonly number[]): RawBuilder<unknown> =>
  sql`(select subject_id from mail_address_uses
    where subject_kind = ${kind} and address_id = any(${[...addressIds]}::bigint[]))`;

/** How many things of a kind came in by each address. */
export const countUses = async (db: Reader, kind: string): Promise<ReadonlyMap<number, number>> => {
  const rows = await db
    .selectFrom("mail_address_uses")
    .select(["address_id", sql<number>`count(*)`.as("count")])
    .where("subject_kind", "=", kind)
    .groupBy("address_id")
    .execute();
  return new Map(rows.map((row) => [row.address_id, row.count]));
};

export const countNaming = async (db: Reader, column: "team_id" | "type_id", id: number): Promise<number> => {
  const { count } = await db
    .selectFrom("mail_addresses")
    .select(sql<number>`count(*)`.as("count"))
    .where(column, "=", id)
    .executeTakeFirstOrThrow();
  return count;
};
