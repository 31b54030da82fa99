import type { Reader, Tx } from "../../platform/db/db.ts";
import { NotFound } from "../../platform/errors.ts";
import { now } from "../../platform/time.ts";
import type { Supplier } from "./types.ts";

const select = (db: Reader) =>
  db
    .selectFrom("suppliers")
    .select(["id", "name", "mail_address", "customer_number", "locale", "retired_at"])
    .orderBy("name")
    .orderBy("id");
type Row = Awaited<ReturnType<ReturnType<typeof select>["executeTakeFirstOrThrow"]>>;

const supplierOf = (row: Row): Supplier => ({
  id: row.id,
  name: row.name,
  mailAddress: row.mail_address,
  customerNumber: row.customer_number,
  locale: row.locale,
  isRetired: row.retired_at !== null,
});

/** All of them by name, the retired ones too. */
export const listSuppliers = async (db: Reader): Promise<Supplier[]> => (await select(db).execute()).map(supplierOf);

export const getSupplier = async (db: Reader, id: number): Promise<Supplier> => {
  const row = await select(db).where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound();
  return supplierOf(row);
};

/** Whoever changes or uses one waits for others who do. */
export const lockSupplier = async (tx: Tx, id: number): Promise<Supplier> => {
  const row = await select(tx).where("id", "=", id).forUpdate().executeTakeFirst();
  if (!row) throw new NotFound();
  return supplierOf(row);
};

type Written = Omit<Supplier, "id" | "isRetired">;

const rowOf = ({ name, mailAddress, customerNumber, locale }: Written) => ({
  name,
  mail_address: mailAddress,
  customer_number: customerNumber,
  locale,
});

export const insertSupplier = async (tx: Tx, supplier: Written): Promise<number> =>
  (await tx.insertInto("suppliers").values(rowOf(supplier)).returning("id").executeTakeFirstOrThrow()).id;

export const updateSupplier = async (tx: Tx, id: number, supplier: Written): Promise<void> => {
  await tx.updateTable("suppliers").set(rowOf(supplier)).where("id", "=", id).execute();
};

export const retireSupplier = async (tx: Tx, id: number, isRetired: boolean): Promise<void> => {
  await tx
    .updateTable("suppliers")
    .set({ retired_at: isRetired ? now() : null })
    .where("id", "=", id)
    .execute();
};

export const deleteSupplier = async (tx: Tx, id: number): Promise<void> => {
  await tx.deleteFrom("suppliers").where("id", "=", id).execute();
};
