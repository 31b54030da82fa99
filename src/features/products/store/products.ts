import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { Invalid, NotFound } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import type { VersionLine } from "../rules/lines.ts";
import type { Product, ProductModule, ProductVersion } from "../types.ts";
import { phrase } from "../words.ts";
import { saying } from "./saying.ts";

/** All products in their order, the retired ones among them. */
export const listProducts = (db: Reader): Promise<Product[]> => readProducts(db, undefined);

/** With retired ones: what a ticket names has a name. */
export const productsByIds = async (db: Reader, ids: readonly number[]): Promise<Map<number, Product>> => {
  const wanted = [...new Set(ids)];
  const products = wanted.length === 0 ? [] : await readProducts(db, wanted);
  return new Map(products.map((product) => [product.id, product]));
};

/** Throws `NotFound`. */
export const getProduct = async (db: Reader, id: number): Promise<Product> => {
  const [product] = await readProducts(db, [id]);
  if (!product) throw new NotFound();
  return product;
};

/** The same, and nobody else changes the product or what belongs to it until the transaction ends. */
export const lockProduct = async (tx: Tx, id: number): Promise<Product> => {
  await tx.selectFrom("products").select("id").where("id", "=", id).forUpdate().execute();
  return getProduct(tx, id);
};

/** Nobody else adds or orders products until the transaction ends. */
export const lockProductList = async (tx: Tx): Promise<void> => {
  await sql`lock table products in share row exclusive mode`.execute(tx);
};

const readProducts = async (db: Reader, ids: readonly number[] | undefined): Promise<Product[]> => {
  const rows = await db
    .selectFrom("products")
    .select(["id", "name", "retired_at"])
    .$if(ids !== undefined, (query) => query.where("id", "in", ids ?? []))
    .orderBy("position")
    .orderBy("id")
    .execute();
  const found = rows.map(({ id }) => id);
  if (found.length === 0) return [];
  const versions = await listVersions(db, found);
  const modules = await listModules(db, found);
  return rows.map(({ id, name, retired_at }) => ({
    id,
    name,
    isRetired: retired_at !== null,
    versions: versions.filter(({ productId }) => productId === id).map(({ productId: _, ...version }) => version),
    modules: modules.filter(({ productId }) => productId === id).map(({ productId: _, ...module }) => module),
  }));
};

type Of<T> = T & { productId: number };

const listVersions = async (db: Reader, productIds: readonly number[]): Promise<Of<ProductVersion>[]> => {
  const rows = await db
    .selectFrom("product_versions")
    .selectAll()
    .where("product_id", "in", productIds)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(({ id, product_id, name, released_on, retired_at }) => ({
    id,
    productId: product_id,
    name,
    releasedOn: released_on,
    isRetired: retired_at !== null,
  }));
};

const listModules = async (db: Reader, productIds: readonly number[]): Promise<Of<ProductModule>[]> => {
  const rows = await db
    .selectFrom("product_modules")
    .selectAll()
    .where("product_id", "in", productIds)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const limits = await db
    .selectFrom("product_module_versions")
    .select(["module_id", "version_id"])
    .where("product_id", "in", productIds)
    .orderBy("version_id")
    .execute();
  return rows.map(({ id, product_id, name, retired_at }) => ({
    id,
    productId: product_id,
    name,
    versionIds: limits.filter(({ module_id }) => module_id === id).map(({ version_id }) => version_id),
    isRetired: retired_at !== null,
  }));
};

const nameTaken = (table: "products" | "product_versions" | "product_modules") =>
  saying(`${table}_name_key`, () => new Invalid({ name: phrase("nameTaken") }));

/** Behind those that are there; whoever has the name already stays as it is. Returns what is new. */
export const insertProducts = async (tx: Tx, names: readonly string[]): Promise<{ id: number; name: string }[]> => {
  const { last } = await tx
    .selectFrom("products")
    .select((row) => row.fn.coalesce(row.fn.max("position"), row.lit(0)).as("last"))
    .executeTakeFirstOrThrow();
  return tx
    .insertInto("products")
    .values(names.map((name, index) => ({ name, position: last + index + 1, created_at: now() })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "name"])
    .execute();
};

export const insertVersions = async (
  tx: Tx,
  productId: number,
  versions: readonly VersionLine[],
): Promise<{ id: number; name: string }[]> => {
  const { last } = await tx
    .selectFrom("product_versions")
    .select((row) => row.fn.coalesce(row.fn.max("position"), row.lit(0)).as("last"))
    .where("product_id", "=", productId)
    .executeTakeFirstOrThrow();
  return tx
    .insertInto("product_versions")
    .values(
      versions.map(({ name, releasedOn }, index) => ({
        product_id: productId,
        name,
        released_on: releasedOn,
        position: last + index + 1,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "name"])
    .execute();
};

export const insertModules = async (
  tx: Tx,
  productId: number,
  names: readonly string[],
): Promise<{ id: number; name: string }[]> => {
  const { last } = await tx
    .selectFrom("product_modules")
    .select((row) => row.fn.coalesce(row.fn.max("position"), row.lit(0)).as("last"))
    .where("product_id", "=", productId)
    .executeTakeFirstOrThrow();
  return tx
    .insertInto("product_modules")
    .values(names.map((name, index) => ({ product_id: productId, name, position: last + index + 1 })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "name"])
    .execute();
};

/** Throws `Invalid` when another one has the name. */
export const renameProduct = async (tx: Tx, id: number, name: string): Promise<void> => {
  await tx.updateTable("products").set({ name }).where("id", "=", id).execute().catch(nameTaken("products"));
};

/** Throws `Invalid` when another version of the product has the name. */
export const updateVersion = async (tx: Tx, id: number, { name, releasedOn }: VersionLine): Promise<void> => {
  await tx
    .updateTable("product_versions")
    .set({ name, released_on: releasedOn })
    .where("id", "=", id)
    .execute()
    .catch(nameTaken("product_versions"));
};

interface ModuleFacts {
  productId: number;
  name: string;
  versionIds: readonly number[];
}

/** Throws `Invalid` when another module of the product has the name. */
export const updateModule = async (tx: Tx, id: number, { productId, name, versionIds }: ModuleFacts): Promise<void> => {
  await tx
    .updateTable("product_modules")
    .set({ name })
    .where("id", "=", id)
    .execute()
    .catch(nameTaken("product_modules"));
  await tx.deleteFrom("product_module_versions").where("module_id", "=", id).execute();
  const rows = versionIds.map((versionId) => ({ module_id: id, version_id: versionId, product_id: productId }));
  if (rows.length > 0) await tx.insertInto("product_module_versions").values(rows).execute();
};
