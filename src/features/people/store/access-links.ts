import type { Reader, Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";

export type LinkPurpose = "set_password" | "sign_in";

export interface AccessLink {
  personId: number;
  purpose: LinkPurpose;
  expiresAt: Date;
  usedAt: Date | null;
  /** Whose invitation it accepts. */
  organisationId: number | null;
}

export const insertAccessLink = async (
  tx: Tx,
  link: Omit<AccessLink, "usedAt"> & { tokenHash: string },
): Promise<void> => {
  await tx
    .insertInto("access_links")
    .values({
      token_hash: link.tokenHash,
      person_id: link.personId,
      purpose: link.purpose,
      created_at: now(),
      expires_at: link.expiresAt,
      organisation_id: link.organisationId,
    })
    .execute();
};

export const findAccessLink = async (
  db: Reader,
  { tokenHash, purpose }: { tokenHash: string; purpose: LinkPurpose },
): Promise<AccessLink | undefined> => {
  const row = await db
    .selectFrom("access_links")
    .select(["person_id", "purpose", "expires_at", "used_at", "organisation_id"])
    .where("token_hash", "=", tokenHash)
    .where("purpose", "=", purpose)
    .executeTakeFirst();
  return (
    row && {
      personId: row.person_id,
      purpose: row.purpose,
      expiresAt: row.expires_at,
      usedAt: row.used_at,
      organisationId: row.organisation_id,
    }
  );
};

/** Until when the person can set a password by the link that was sent last; undefined when that was used, or never sent. */
export const findPasswordLinkEnd = async (db: Reader, personId: number): Promise<Date | undefined> => {
  const row = await db
    .selectFrom("access_links")
    .select("expires_at")
    .where("person_id", "=", personId)
    .where("purpose", "=", "set_password")
    .where("used_at", "is", null)
    .orderBy("expires_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.expires_at;
};

/** Takes the link for good and says whose it was; undefined when it is used, expired or unknown. */
export const useAccessLink = async (
  tx: Tx,
  { tokenHash, purpose }: { tokenHash: string; purpose: LinkPurpose },
): Promise<Pick<AccessLink, "personId" | "organisationId"> | undefined> => {
  const row = await tx
    .updateTable("access_links")
    .set({ used_at: now() })
    .where("token_hash", "=", tokenHash)
    .where("purpose", "=", purpose)
    .where("used_at", "is", null)
    .where("expires_at", ">", now())
    .returning(["person_id", "organisation_id"])
    .executeTakeFirst();
  return row && { personId: row.person_id, organisationId: row.organisation_id };
};

/** Ends the links that would accept an invitation which no longer holds. */
export const endInvitationLinks = async (
  tx: Tx,
  { organisationId, personId }: { organisationId: number; personId: number },
): Promise<void> => {
  await tx
    .updateTable("access_links")
    .set({ used_at: now() })
    .where("person_id", "=", personId)
    .where("organisation_id", "=", organisationId)
    .where("used_at", "is", null)
    .execute();
};

/** Ends every other link of the person: a password that was just set is not replaced by an older mail. */
export const endAccessLinks = async (tx: Tx, personId: number): Promise<void> => {
  await tx
    .updateTable("access_links")
    .set({ used_at: now() })
    .where("person_id", "=", personId)
    .where("used_at", "is", null)
    .execute();
};

export const deleteAccessLinksBefore = async (db: Reader, at: Date): Promise<void> => {
  await db.deleteFrom("access_links").where("expires_at", "<", at).execute();
};
