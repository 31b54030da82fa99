import type { Selectable } from "kysely";
import type { Reader, Tx } from "../../platform/db/db.ts";
import type { MailboxesTable } from "../../platform/db/schema.ts";
import { now } from "../../platform/time.ts";
import type { Mailbox, MailboxSettings } from "./mailbox.ts";

const mailboxOf = (row: Selectable<MailboxesTable>): Mailbox => ({
  id: row.id,
  addressId: row.address_id,
  host: row.host,
  port: row.port,
  security: row.security,
  username: row.username,
  signIn: row.sign_in,
  sealedSecret: row.sealed_secret,
  tokenUrl: row.token_url,
  clientId: row.client_id,
  scope: row.scope,
  folder: row.folder,
  moveTo: row.move_to,
  pausedAt: row.paused_at,
  version: row.version,
  place:
    row.uid_validity === null || row.last_uid === null || row.fetched_at === null
      ? undefined
      : { uidValidity: row.uid_validity, lastUid: row.last_uid, at: row.fetched_at },
  connectedAt: row.connected_at,
  error: row.error,
  errorAt: row.error_at,
});

export const listMailboxes = async (db: Reader): Promise<Mailbox[]> =>
  (await db.selectFrom("mailboxes").selectAll().orderBy("id").execute()).map(mailboxOf);

export const findMailbox = async (db: Reader, addressId: number): Promise<Mailbox | undefined> => {
  const row = await db.selectFrom("mailboxes").selectAll().where("address_id", "=", addressId).executeTakeFirst();
  return row && mailboxOf(row);
};

export const lockMailbox = async (tx: Tx, addressId: number): Promise<Mailbox | undefined> => {
  await tx.selectFrom("mailboxes").select("id").where("address_id", "=", addressId).forUpdate().execute();
  return findMailbox(tx, addressId);
};

const columnsOf = (settings: MailboxSettings) => ({
  host: settings.host,
  port: settings.port,
  security: settings.security,
  username: settings.username,
  sign_in: settings.signIn,
  sealed_secret: settings.sealedSecret,
  token_url: settings.tokenUrl,
  client_id: settings.clientId,
  scope: settings.scope,
  folder: settings.folder,
  move_to: settings.moveTo,
});

export const insertMailbox = async (tx: Tx, addressId: number, settings: MailboxSettings): Promise<void> => {
  await tx
    .insertInto("mailboxes")
    .values({ address_id: addressId, ...columnsOf(settings), created_at: now() })
    .execute();
};

/** `isElsewhere`: it is another mailbox now, so nothing of it is known. */
export const updateMailbox = async (
  tx: Tx,
  { id, version }: Mailbox,
  settings: MailboxSettings,
  { isElsewhere }: { isElsewhere: boolean },
): Promise<void> => {
  await tx
    .updateTable("mailboxes")
    .set({
      ...columnsOf(settings),
      version: version + 1,
      error: null,
      error_at: null,
      connected_at: null,
      ...(isElsewhere && { uid_validity: null, last_uid: null, fetched_at: null }),
    })
    .where("id", "=", id)
    .execute();
};

export const setPaused = async (tx: Tx, { id, version }: Mailbox, pausedAt: Date | null): Promise<void> => {
  await tx
    .updateTable("mailboxes")
    .set({ paused_at: pausedAt, version: version + 1 })
    .where("id", "=", id)
    .execute();
};

export const deleteMailbox = async (tx: Tx, { id }: Mailbox): Promise<void> => {
  await tx.deleteFrom("mailboxes").where("id", "=", id).execute();
};

/** Only as long as the settings are those with which it was fetched. */
export const movePlace = async (
  tx: Tx,
  { id, version }: Pick<Mailbox, "id" | "version">,
  { uidValidity, lastUid }: { uidValidity: string; lastUid: number },
): Promise<void> => {
  await tx
    .updateTable("mailboxes")
    .set({ uid_validity: uidValidity, last_uid: lastUid, fetched_at: now() })
    .where("id", "=", id)
    .where("version", "=", version)
    .execute();
};

export const setState = async (
  tx: Tx,
  { id, version }: Pick<Mailbox, "id" | "version">,
  state: "connected" | { error: string },
): Promise<void> => {
  await tx
    .updateTable("mailboxes")
    .set(
      state === "connected"
        ? { connected_at: now(), error: null, error_at: null }
        : { error: state.error, error_at: now() },
    )
    .where("id", "=", id)
    .where("version", "=", version)
    .execute();
};

/** The server has given another refresh token. */
export const setSecret = async (tx: Tx, id: number, sealedSecret: string): Promise<void> => {
  await tx.updateTable("mailboxes").set({ sealed_secret: sealedSecret }).where("id", "=", id).execute();
};
