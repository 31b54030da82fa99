import { sql } from "kysely";
import type { Reader } from "../../../platform/db/db.ts";
import { byName } from "./by-name.ts";
import type { Organisation } from "../types.ts";
import { containing } from "./containing.ts";

export interface OrganisationLine extends Organisation {
  domains: readonly string[];
  memberCount: number;
}

export interface OrganisationFilter {
  text?: string | undefined;
  packageId?: number | undefined;
}

const matching = (db: Reader, { text, packageId }: OrganisationFilter) => {
  let query = db.selectFrom("organisations");
  if (packageId !== undefined) query = query.where("organisations.package_id", "=", packageId);
  if (!text) return query;
  const pattern = containing(text);
  return query.where((row) =>
    row.or([
      row("organisations.name", "ilike", pattern),
      row("organisations.customer_number", "ilike", pattern),
      row.exists(
        row
          .selectFrom("organisation_domains")
          .select("organisation_domains.domain")
          .whereRef("organisation_domains.organisation_id", "=", "organisations.id")
          .where("organisation_domains.domain", "ilike", pattern),
      ),
    ]),
  );
};

/** A page of organisations by name, each with its domains and how many members it has. */
export const listOrganisations = async (
  db: Reader,
  filter: OrganisationFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<OrganisationLine[]> => {
  const rows = await matching(db, filter)
    .select(["organisations.id", "organisations.name", "organisations.customer_number", "organisations.package_id"])
    .select([
      sql<string[]>`(select coalesce(json_agg(domain order by domain), '[]')
        from organisation_domains where organisation_id = organisations.id)`.as("domains"),
      sql<number>`(select count(*) from organisation_members where organisation_id = organisations.id)`.as("members"),
    ])
    .orderBy(byName("organisations.name"))
    .orderBy("organisations.id")
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    customerNumber: row.customer_number,
    packageId: row.package_id,
    domains: row.domains,
    memberCount: row.members,
  }));
};

export const countOrganisations = async (db: Reader, filter: OrganisationFilter = {}): Promise<number> => {
  const { many } = await matching(db, filter)
    .select((row) => row.fn.countAll<number>().as("many"))
    .executeTakeFirstOrThrow();
  return many;
};
