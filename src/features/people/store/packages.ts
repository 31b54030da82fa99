import { sql, type Selectable } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import type { CarePackagesTable } from "../../../platform/db/schema.ts";
import { Invalid, NotFound } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import type { CarePackage } from "../types.ts";
import { phrase } from "../words.ts";
import { saying } from "./saying.ts";

const packageOf = (row: Selectable<CarePackagesTable>): CarePackage => ({
  id: row.id,
  names: { en: row.name_en, de: row.name_de },
  seats: row.seats,
  hasTelephoneSupport: row.has_telephone_support,
  isRetired: row.retired_at !== null,
});

/** All packages, those with the fewest seats first, the retired ones at the end. */
export const listPackages = async (db: Reader): Promise<CarePackage[]> => {
  const rows = await db
    .selectFrom("care_packages")
    .selectAll()
    .orderBy(sql`retired_at is not null`)
    .orderBy("seats", (order) => order.asc().nullsLast())
    .orderBy("id")
    .execute();
  return rows.map(packageOf);
};

/** Ids that no package has are missing in the map. */
export const carePackagesByIds = async (db: Reader, ids: readonly number[]): Promise<Map<number, CarePackage>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("care_packages")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, packageOf(row)]));
};

/** What the organisation has booked; undefined when nothing. */
export const packageOfOrganisation = async (db: Reader, organisationId: number): Promise<CarePackage | undefined> => {
  const row = await db
    .selectFrom("care_packages")
    .innerJoin("organisations", "organisations.package_id", "care_packages.id")
    .selectAll("care_packages")
    .where("organisations.id", "=", organisationId)
    .executeTakeFirst();
  return row && packageOf(row);
};

/** Throws `NotFound`. */
export const getPackage = async (db: Reader, id: number): Promise<CarePackage> => {
  const found = (await carePackagesByIds(db, [id])).get(id);
  if (!found) throw new NotFound();
  return found;
};

/** The same, and nobody else changes the package until the transaction ends. */
export const lockPackage = async (tx: Tx, id: number): Promise<CarePackage> => {
  await tx.selectFrom("care_packages").select("id").where("id", "=", id).forUpdate().execute();
  return getPackage(tx, id);
};

type PackageFacts = Pick<CarePackage, "names" | "seats" | "hasTelephoneSupport">;

const rowOf = ({ names, seats, hasTelephoneSupport }: PackageFacts) => ({
  name_en: names.en,
  name_de: names.de,
  seats,
  has_telephone_support: hasTelephoneSupport,
});

const taken = saying({
  care_packages_name_en_key: () => new Invalid({ nameEn: phrase("packageNameTaken") }),
  care_packages_name_de_key: () => new Invalid({ nameDe: phrase("packageNameTaken") }),
});

/** Throws `Invalid` when there is a package of the name. */
export const insertPackage = async (tx: Tx, facts: PackageFacts): Promise<number> => {
  const { id } = await tx
    .insertInto("care_packages")
    .values({ ...rowOf(facts), created_at: now() })
    .returning("id")
    .executeTakeFirstOrThrow()
    .catch(taken);
  return id;
};

/** Throws `Invalid` when there is another package of the name. */
export const updatePackage = async (tx: Tx, id: number, facts: PackageFacts): Promise<void> => {
  await tx.updateTable("care_packages").set(rowOf(facts)).where("id", "=", id).execute().catch(taken);
};

export const setPackageRetired = async (tx: Tx, id: number, isRetired: boolean): Promise<void> => {
  await tx
    .updateTable("care_packages")
    .set({ retired_at: isRetired ? now() : null })
    .where("id", "=", id)
    .execute();
};
