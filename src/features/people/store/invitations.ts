import type { Reader, Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";
import { byName } from "./by-name.ts";

interface Key {
  organisationId: number;
  personId: number;
}

/** Invites, or invites again: then it is open from now on. */
export const saveInvitation = async (
  tx: Tx,
  { organisationId, personId }: Key,
  { invitedBy, expiresAt }: { invitedBy: number | null; expiresAt: Date },
): Promise<void> => {
  const facts = { invited_by: invitedBy, invited_at: now(), expires_at: expiresAt };
  await tx
    .insertInto("organisation_invitations")
    .values({ organisation_id: organisationId, person_id: personId, ...facts })
    .onConflict((conflict) => conflict.columns(["organisation_id", "person_id"]).doUpdateSet(facts))
    .execute();
};

/** False when the person was not invited. */
export const deleteInvitation = async (tx: Tx, { organisationId, personId }: Key): Promise<boolean> => {
  const gone = await tx
    .deleteFrom("organisation_invitations")
    .where("organisation_id", "=", organisationId)
    .where("person_id", "=", personId)
    .returning("person_id")
    .executeTakeFirst();
  return gone !== undefined;
};

/** What an administrator's word has made memberships already needs no accepting once the person may sign in. */
export const deleteInvitationsOfMember = async (tx: Tx, personId: number): Promise<void> => {
  await tx
    .deleteFrom("organisation_invitations")
    .where("person_id", "=", personId)
    .where("organisation_id", "in", (query) =>
      query.selectFrom("organisation_members").select("organisation_id").where("person_id", "=", personId),
    )
    .execute();
};

export interface Invitation {
  personId: number;
  name: string;
  email: string | null;
  invitedAt: Date;
  expiresAt: Date;
}

/** Everybody whom the organisation has invited and who has not answered yet, also when the time is over. */
export const listInvitations = async (db: Reader, organisationId: number): Promise<Invitation[]> => {
  const rows = await db
    .selectFrom("organisation_invitations")
    .innerJoin("people", "people.id", "organisation_invitations.person_id")
    .select(["people.id", "people.name", "people.email", "invited_at", "expires_at"])
    .where("organisation_id", "=", organisationId)
    .where("people.deactivated_at", "is", null)
    .orderBy(byName("people.name"))
    .orderBy("people.id")
    .execute();
  return rows.map((row) => ({
    personId: row.id,
    name: row.name,
    email: row.email,
    invitedAt: row.invited_at,
    expiresAt: row.expires_at,
  }));
};

/** Organisations that wait for the person's answer, the newest first. */
export const listInvitationsOf = async (
  db: Reader,
  personId: number,
): Promise<{ organisationId: number; name: string; expiresAt: Date }[]> => {
  const rows = await db
    .selectFrom("organisation_invitations")
    .innerJoin("organisations", "organisations.id", "organisation_invitations.organisation_id")
    .select(["organisations.id", "organisations.name", "expires_at"])
    .where("person_id", "=", personId)
    .where("expires_at", ">", now())
    .orderBy("invited_at", "desc")
    .execute();
  return rows.map((row) => ({ organisationId: row.id, name: row.name, expiresAt: row.expires_at }));
};

export const deleteInvitationsBefore = async (db: Reader, at: Date): Promise<void> => {
  await db.deleteFrom("organisation_invitations").where("expires_at", "<", at).execute();
};
