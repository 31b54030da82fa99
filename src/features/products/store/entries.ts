import { sql } from "kysely";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import type { Entry, Kind } from "../types.ts";
import { phrase } from "../words.ts";

/** What products, versions and modules have in common: an order, and an end. */
const tableOf = (kind: Kind) =>
  sql.table({ product: "products", version: "product_versions", module: "product_modules" }[kind]);

export const setRetired = async (tx: Tx, { kind, id }: Entry, isRetired: boolean): Promise<void> => {
  await sql`update ${tableOf(kind)} set retired_at = ${isRetired ? now() : null} where id = ${id}`.execute(tx);
};

/** Writes the order; `ids` are all of one list. */
export const setOrder = async (tx: Tx, kind: Kind, ids: readonly number[]): Promise<void> => {
  await sql`update ${tableOf(kind)} set position = given.position
    from unnest(${[...ids]}::bigint[]) with ordinality as given (id, position)
    where ${tableOf(kind)}.id = given.id`.execute(tx);
};

/** Throws `Conflict` when something names it: whoever does has a foreign key to it, so nobody needs to be asked. */
export const deleteEntry = async (tx: Tx, { kind, id }: Entry): Promise<void> => {
  await sql`delete from ${tableOf(kind)} where id = ${id}`.execute(tx).catch((error: unknown) => {
    const isNamed = error instanceof Error && "code" in error && error.code === foreignKeyViolation;
    throw isNamed ? new Conflict(phrase("inUse")) : error;
  });
};

const foreignKeyViolation = "23503";
