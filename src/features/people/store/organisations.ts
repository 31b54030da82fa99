import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { Invalid, NotFound } from "../../../platform/errors.ts";
import { now } from "../../../platform/time.ts";
import { byName } from "./by-name.ts";
import type { Membership, Organisation } from "../types.ts";
import { phrase } from "../words.ts";
import { saying } from "./saying.ts";

const columns = [
  "organisations.id",
  "organisations.name",
  "organisations.customer_number",
  "organisations.package_id",
] as const;

interface OrganisationRow {
  id: number;
  name: string;
  customer_number: string | null;
  package_id: number | null;
}

const organisationOf = (row: OrganisationRow): Organisation => ({
  id: row.id,
  name: row.name,
  customerNumber: row.customer_number,
  packageId: row.package_id,
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
    .orderBy(byName("organisations.name"))
    .orderBy("organisations.id")
    .execute();
  return rows.map((row) => ({ ...organisationOf(row), isManager: row.is_manager }));
};

export interface OrganisationFacts extends Organisation {
  notes: string;
  /** When a manager asked for more seats than the package has. */
  seatsRequestedAt: Date | null;
}

export const findOrganisation = async (db: Reader, id: number): Promise<OrganisationFacts | undefined> => {
  const row = await db
    .selectFrom("organisations")
    .select([...columns, "organisations.notes", "organisations.seats_requested_at"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { ...organisationOf(row), notes: row.notes, seatsRequestedAt: row.seats_requested_at };
};

/** Nobody else changes the organisation until the transaction ends. Throws `NotFound`. */
export const lockOrganisation = async (tx: Tx, id: number): Promise<OrganisationFacts> => {
  await tx.selectFrom("organisations").select("id").where("id", "=", id).forUpdate().execute();
  const organisation = await findOrganisation(tx, id);
  if (!organisation) throw new NotFound();
  return organisation;
};

type NewOrganisation = Pick<OrganisationFacts, "name" | "customerNumber" | "notes" | "packageId">;

const taken = saying({
  organisations_customer_number_key: () => new Invalid({ customerNumber: phrase("customerNumberTaken") }),
});

/** Throws `Invalid` when another organisation has the customer number. */
export const insertOrganisation = async (tx: Tx, organisation: NewOrganisation): Promise<number> => {
  const { id } = await tx
    .insertInto("organisations")
    .values({
      name: organisation.name,
      customer_number: organisation.customerNumber,
      notes: organisation.notes,
      package_id: organisation.packageId,
      created_at: now(),
    })
    .returning("id")
    .executeTakeFirstOrThrow()
    .catch(taken);
  return id;
};

/** Another package answers the wish for more seats. Throws `Invalid` when another organisation has the customer number. */
export const updateOrganisation = async (tx: Tx, id: number, organisation: NewOrganisation): Promise<void> => {
  const { name, customerNumber, notes, packageId } = organisation;
  await tx
    .updateTable("organisations")
    .set((row) => ({
      name,
      customer_number: customerNumber,
      notes,
      package_id: packageId,
      seats_requested_at: row
        .case()
        .when(sql<boolean>`package_id is not distinct from ${packageId}`)
        .then(row.ref("seats_requested_at"))
        .else(null)
        .end(),
    }))
    .where("id", "=", id)
    .execute()
    .catch(taken);
};

export const markSeatsRequested = async (tx: Tx, id: number): Promise<void> => {
  await tx.updateTable("organisations").set({ seats_requested_at: now() }).where("id", "=", id).execute();
};

export const listDomains = async (db: Reader, organisationId: number): Promise<string[]> => {
  const rows = await db
    .selectFrom("organisation_domains")
    .select("domain")
    .where("organisation_id", "=", organisationId)
    .orderBy("domain")
    .execute();
  return rows.map((row) => row.domain);
};

/** Returns the organisation that has the domain already, if one does. */
export const insertDomain = async (
  tx: Tx,
  { organisationId, domain }: { organisationId: number; domain: string },
): Promise<Organisation | undefined> => {
  const made = await tx
    .insertInto("organisation_domains")
    .values({ domain, organisation_id: organisationId })
    .onConflict((conflict) => conflict.column("domain").doNothing())
    .returning("domain")
    .executeTakeFirst();
  return made ? undefined : findOrganisationByDomain(tx, domain);
};

export const deleteDomain = async (
  tx: Tx,
  { organisationId, domain }: { organisationId: number; domain: string },
): Promise<void> => {
  await tx
    .deleteFrom("organisation_domains")
    .where("domain", "=", domain)
    .where("organisation_id", "=", organisationId)
    .execute();
};

export const findOrganisationByDomain = async (db: Reader, domain: string): Promise<Organisation | undefined> => {
  const row = await db
    .selectFrom("organisation_domains")
    .innerJoin("organisations", "organisations.id", "organisation_domains.organisation_id")
    .select(columns)
    .where("organisation_domains.domain", "=", domain)
    .executeTakeFirst();
  return row && organisationOf(row);
};
