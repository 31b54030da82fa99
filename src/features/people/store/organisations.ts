import { sql } from "kysely";
import type { Reader } from "../../../platform/db/db.ts";
import type { Membership, Organisation } from "../types.ts";

const columns = ["organisations.id", "organisations.name", "organisations.customer_number"] as const;

interface OrganisationRow {
  id: number;
  name: string;
  customer_number: string | null;
}

const organisationOf = (row: OrganisationRow): Organisation => ({
  id: row.id,
  name: row.name,
  customerNumber: row.customer_number,
});

/** Ids that no organisation has are missing in the map. */
export const organisationsByIds = async (db: Reader, ids: readonly number[]): Promise<Map<number, Organisation>> => {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("organisations")
    .select(columns)
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, organisationOf(row)]));
};

/** The organisations that the person is a member of, by name. */
export const organisationsOf = async (db: Reader, personId: number): Promise<Membership[]> => {
  const rows = await db
    .selectFrom("organisation_members")
    .innerJoin("organisations", "organisations.id", "organisation_members.organisation_id")
    .select([...columns, "organisation_members.is_manager"])
    .where("organisation_members.person_id", "=", personId)
    .orderBy(sql`lower(organisations.name)`)
    .orderBy("organisations.id")
    .execute();
  return rows.map((row) => ({ ...organisationOf(row), isManager: row.is_manager }));
};
