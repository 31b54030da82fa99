import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { Invalid, NotFound } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import type { DevelopmentStatus } from "../rules/type.ts";
import { phrase } from "../words.ts";
import { saying } from "./saying.ts";

/** All of them in their order, the retired ones last: old tickets still name them. */
export const listDevelopmentStatuses = async (db: Reader): Promise<DevelopmentStatus[]> => {
  const rows = await db
    .selectFrom("development_statuses")
    .selectAll()
    .orderBy(sql`retired_at is not null`)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    names: { en: row.name_en, de: row.name_de },
    mailsCustomers: row.mails_customers,
    isRetired: row.retired_at !== null,
  }));
};

/** The same, and nobody else changes the list until the transaction ends. */
export const lockDevelopmentStatuses = async (tx: Tx): Promise<DevelopmentStatus[]> => {
  await tx.selectFrom("development_statuses").select("id").orderBy("id").forUpdate().execute();
  return listDevelopmentStatuses(tx);
};

export const getDevelopmentStatus = async (db: Reader, id: number): Promise<DevelopmentStatus> => {
  const status = (await listDevelopmentStatuses(db)).find((each) => each.id === id);
  if (!status) throw new NotFound();
  return status;
};

type Facts = Pick<DevelopmentStatus, "names" | "mailsCustomers">;

const rowOf = ({ names, mailsCustomers }: Facts) => ({
  name_en: names.en,
  name_de: names.de,
  mails_customers: mailsCustomers,
});

const nameTaken = (error: unknown): never => {
  for (const locale of ["en", "de"] as const)
    saying(`development_statuses_name_${locale}_key`, () => new Invalid({ [locale]: phrase("nameTaken") }), error);
  throw error;
};

/** Throws `Invalid` when there is one of the name. */
export const insertDevelopmentStatus = async (tx: Tx, facts: Facts): Promise<number> => {
  const { id } = await tx
    .insertInto("development_statuses")
    .values({
      ...rowOf(facts),
      position: sql<number>`(select coalesce(max(position), 0) + 1 from development_statuses)`,
    })
    .returning("id")
    .executeTakeFirstOrThrow()
    .catch(nameTaken);
  return id;
};

/** Throws `Invalid` when there is another one of the name. */
export const updateDevelopmentStatus = async (tx: Tx, id: number, facts: Facts): Promise<void> => {
  await tx.updateTable("development_statuses").set(rowOf(facts)).where("id", "=", id).execute().catch(nameTaken);
};

export const retireDevelopmentStatus = async (tx: Tx, id: number, isRetired: boolean): Promise<void> => {
  await tx
    .updateTable("development_statuses")
    .set({ retired_at: isRetired ? now() : null })
    .where("id", "=", id)
    .execute();
};

/** Writes the order; `ids` are all of them. */
export const orderDevelopmentStatuses = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  for (const [position, id] of ids.entries())
    await tx
      .updateTable("development_statuses")
      .set({ position: position + 1 })
      .where("id", "=", id)
      .execute();
};
