import { sql } from "kysely";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";
import { byName } from "./by-name.ts";

interface Key {
  organisationId: number;
  personId: number;
}

/** Undefined when the person is no member. */
export const findMember = async (
  db: Reader,
  { organisationId, personId }: Key,
): Promise<{ isManager: boolean } | undefined> => {
  const row = await db
    .selectFrom("organisation_members")
    .select("is_manager")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row && { isManager: row.is_manager };
};

export const isMember = async (db: Reader, key: Key): Promise<boolean> => (await findMember(db, key)) !== undefined;

/** False when the person is a member already. */
export const insertMember = async (tx: Tx, { organisationId, personId }: Key): Promise<boolean> => {
  const made = await tx
    .insertInto("organisation_members")
    .values({ organisation_id: organisationId, person_id: personId, joined_at: now() })
    .onConflict((conflict) => conflict.columns(["organisation_id", "person_id"]).doNothing())
    .returning("person_id")
    .executeTakeFirst();
  return made !== undefined;
};

/** False when the person was no member. */
export const deleteMember = async (tx: Tx, { organisationId, personId }: Key): Promise<boolean> => {
  const gone = await tx
    .deleteFrom("organisation_members")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .returning("person_id")
    .executeTakeFirst();
  return gone !== undefined;
};

export const updateMembership = async (
  tx: Tx,
  { organisationId, personId }: Key,
  isManager: boolean,
): Promise<"changed" | "same" | "unknown"> => {
  const row = await tx
    .selectFrom("organisation_members")
    .select("is_manager")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return "unknown";
  if (row.is_manager === isManager) return "same";
  await tx
    .updateTable("organisation_members")
    .set({ is_manager: isManager })
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .execute();
  return "changed";
};

/** Active customers who share an organisation with the person, by name. */
export const colleaguesOf = async (
  db: Reader,
  personId: number,
  limit: number,
): Promise<{ id: number; name: string }[]> =>
  db
    .selectFrom("people")
    .select(["people.id", "people.name"])
    .where("people.id", "<>", personId)
    .where("people.role", "=", "customer")
    .where("people.deactivated_at", "is", null)
    .where("people.id", "in", (query) =>
      query
        .selectFrom("organisation_members as theirs")
        .innerJoin("organisation_members as own", "own.organisation_id", "theirs.organisation_id")
        .select("theirs.person_id")
        .where("own.person_id", "=", personId),
    )
    .orderBy(byName("people.name"))
    .orderBy("people.id")
    .limit(limit)
    .execute();

export interface Member {
  personId: number;
  name: string;
  email: string | null;
  isManager: boolean;
  joinedAt: Date;
  /** May use the portal, and so takes a seat. */
  hasAccess: boolean;
}

/** The organisation's members by name, managers first. */
export const listMembers = async (db: Reader, organisationId: number): Promise<Member[]> => {
  const rows = await db
    .selectFrom("organisation_members")
    .innerJoin("people", "people.id", "organisation_members.person_id")
    .leftJoin("accounts", "accounts.person_id", "people.id")
    .select(["people.id", "people.name", "people.email", "is_manager", "joined_at"])
    .select(sql<boolean>`accounts.person_id is not null and people.deactivated_at is null`.as("has_access"))
    .where("organisation_id", "=", organisationId)
    .orderBy("is_manager", "desc")
    .orderBy(byName("people.name"))
    .orderBy("people.id")
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    email: row.email,
    isManager: row.is_manager,
    joinedAt: row.joined_at,
    hasAccess: row.has_access,
  }));
};
