import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Reader, Tx } from "../../../platform/db/db.ts";
import { after, days, now } from "../../../platform/time.ts";
import type { StoredFile } from "../rules/ticket.ts";

export const draftKinds = ["public", "note", "update", "new"] as const;
export type DraftKind = (typeof draftKinds)[number];

/** What somebody is typing, or has typed. Only its writer ever sees it. */
export interface Draft {
  id: number;
  ticketId: number | null;
  kind: DraftKind;
  text: string;
  html: string | null;
  /** The form's other fields as typed; one that was given several times has a list. */
  fields: Readonly<Record<string, string | readonly string[]>>;
  attachments: readonly StoredFile[];
  /** The next save names it, so that two windows notice each other. */
  version: number;
  savedAt: Date;
  /** Null while it is being written. */
  endedAs: End | null;
}

export const ends = ["sent", "discarded", "overwritten"] as const;
type End = (typeof ends)[number];

export interface DraftPlace {
  /** Null: a new request. */
  ticketId: number | null;
  kind: DraftKind;
}

/** The page that somebody types in: its own random key, and the draft that it was filled from, as it was then. */
export interface TypingPage {
  /** Empty: words that come from no page. */
  formKey: string;
  draftId?: number | undefined;
  /** 0: it began with nothing. */
  version: number;
}

export type DraftWords = Pick<Draft, "text" | "html" | "fields" | "attachments">;

const columns = [
  "id",
  "ticket_id",
  "kind",
  "form_key",
  "text",
  "html",
  "fields",
  "attachments",
  "version",
  "saved_at",
  "ended_as",
] as const;

export const selectDrafts = (db: Reader) => db.selectFrom("drafts").select(columns);
type DraftRow = Awaited<ReturnType<ReturnType<typeof selectDrafts>["executeTakeFirstOrThrow"]>>;

export const draftOf = (row: DraftRow): Draft => ({
  id: row.id,
  ticketId: row.ticket_id,
  kind: row.kind,
  text: row.text,
  html: row.html,
  fields: row.fields as Draft["fields"],
  attachments: row.attachments as unknown[] as StoredFile[],
  version: row.version,
  savedAt: row.saved_at,
  endedAs: row.ended_as,
});

const isAt = ({ ticketId, kind }: DraftPlace) =>
  sql<boolean>`drafts.ticket_id is not distinct from ${ticketId} and drafts.kind = ${kind} and drafts.ended_at is null`;

/** What the person is typing there; of several new requests the one that was typed in last. */
export const findDraft = async (db: Reader, personId: number, place: DraftPlace): Promise<Draft | undefined> => {
  const row = await selectDrafts(db)
    .where("person_id", "=", personId)
    .where(isAt(place))
    .orderBy("saved_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row && draftOf(row);
};

/** One of the person's own, whether it has ended or not. */
export const findDraftById = async (db: Reader, personId: number, id: number): Promise<Draft | undefined> => {
  const row = await selectDrafts(db).where("person_id", "=", personId).where("id", "=", id).executeTakeFirst();
  return row && draftOf(row);
};

/** Everything the person is typing in this ticket. */
export const listDrafts = async (db: Reader, personId: number, ticketId: number): Promise<Draft[]> => {
  const rows = await selectDrafts(db)
    .where("person_id", "=", personId)
    .where("ticket_id", "=", ticketId)
    .where("ended_at", "is", null)
    .orderBy("kind")
    .execute();
  return rows.map(draftOf);
};

/** Words of this person in this place that were sent, discarded or overwritten, newest first: to get them back. */
export const listEndedDrafts = async (db: Reader, personId: number, place: DraftPlace): Promise<Draft[]> => {
  const rows = await selectDrafts(db)
    .where("person_id", "=", personId)
    .where(sql<boolean>`ticket_id is not distinct from ${place.ticketId} and kind = ${place.kind}`)
    .where("ended_at", "is not", null)
    .where("text", "!=", "")
    .orderBy("ended_at", "desc")
    .limit(20)
    .execute();
  return rows.map(draftOf);
};

const rowOf = ({ text, html, fields, attachments }: DraftWords, { formKey }: TypingPage) => ({
  text,
  html,
  form_key: formKey,
  fields: sql<string>`${JSON.stringify(fields)}::jsonb`,
  attachments: sql<string>`${JSON.stringify(attachments)}::jsonb`,
  saved_at: now(),
});

/**
 * Keeps the words as typed. A page goes on with the draft that it saved itself, or that it was filled from and nobody has
 * touched since. Words of another window are never replaced: in a ticket, where there is one place for them, they are set
 * aside (`overwritten`); of new requests each window has its own. What comes late, when the page's words were sent, is
 * already among those.
 */
export const writeDraft = async (
  tx: Tx,
  personId: number,
  { place, words, page }: { place: DraftPlace; words: DraftWords; page: TypingPage },
): Promise<{ id: number; version: number }> => {
  const sent = await findSent(tx, personId, { place, page });
  if (sent) return sent;
  const current = await lockCurrent(tx, personId, place);
  const own = ownOf(current, page);
  if (own) {
    const version = own.version + 1;
    await tx
      .updateTable("drafts")
      .set({ ...rowOf(words, page), version })
      .where("id", "=", own.id)
      .execute();
    return { id: own.id, version };
  }
  const inTheWay = current.filter(({ form_key }) => place.ticketId !== null || form_key === page.formKey);
  for (const { id } of inTheWay) await end(tx, id, "overwritten");
  const inserted = await tx
    .insertInto("drafts")
    .values({
      person_id: personId,
      ticket_id: place.ticketId,
      kind: place.kind,
      ...rowOf(words, page),
      version: Math.max(page.version, ...inTheWay.map(({ version }) => version)) + 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning(["id", "version"])
    .executeTakeFirst();
  // Another window began a draft at the same moment; the insert waited for it, and now it is there to set aside.
  return inserted ?? writeDraft(tx, personId, { place, words, page });
};

const lockCurrent = (tx: Tx, personId: number, place: DraftPlace) =>
  selectDrafts(tx).where("person_id", "=", personId).where(isAt(place)).forUpdate().execute();

/** In a ticket the version alone says which draft is meant, because there is one at a time. */
const ownOf = (current: readonly DraftRow[], { formKey, draftId, version }: TypingPage): DraftRow | undefined =>
  current.find(({ form_key }) => formKey !== "" && form_key === formKey) ??
  current.find(
    (row) => row.version === version && (draftId === undefined ? row.ticket_id !== null : row.id === draftId),
  );

/** What was sent from this page. A save and the sending that overtakes it wait for each other. */
const findSent = async (
  tx: Tx,
  personId: number,
  { place, page: { formKey } }: { place: DraftPlace; page: TypingPage },
) => {
  if (formKey === "") return undefined;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`draft ${personId} ${formKey}`}, 0))`.execute(tx);
  return tx
    .selectFrom("drafts")
    .select(["id", "version"])
    .where("person_id", "=", personId)
    .where("form_key", "=", formKey)
    .where("ended_as", "=", "sent")
    .where(sql<boolean>`ticket_id is not distinct from ${place.ticketId} and kind = ${place.kind}`)
    .executeTakeFirst();
};

const end = (tx: Tx, id: number, as: End) =>
  tx.updateTable("drafts").set({ ended_at: now(), ended_as: as }).where("id", "=", id).execute();

/**
 * What stood in the page was sent, or there is nothing left of it; it can be got back for 30 days. What another window
 * has typed there stays. Nothing to end is fine.
 */
export const endDraft = async (
  tx: Tx,
  actor: Actor,
  { as, page, place }: { as: End; page: TypingPage; place: DraftPlace },
): Promise<void> => {
  const personId = personIdOf(actor);
  if (personId === null) return;
  const sent = await findSent(tx, personId, { place, page });
  const own = ownOf(await lockCurrent(tx, personId, place), page);
  if (own) {
    await end(tx, own.id, as);
    await tx.updateTable("drafts").set({ form_key: page.formKey }).where("id", "=", own.id).execute();
  } else if (as === "sent" && page.formKey !== "" && !sent) await noteSent(tx, personId, { place, page });
};

/** Sent before anything was saved: the first save may still be under way. */
const noteSent = async (
  tx: Tx,
  personId: number,
  { place, page }: { place: DraftPlace; page: TypingPage },
): Promise<void> => {
  const nothing: DraftWords = { text: "", html: null, fields: {}, attachments: [] };
  await tx
    .insertInto("drafts")
    .values({
      person_id: personId,
      ticket_id: place.ticketId,
      kind: place.kind,
      ...rowOf(nothing, page),
      ended_at: now(),
      ended_as: "sent",
    })
    .execute();
};

/** Words that had ended are being written again. Nothing may be current in their place. */
export const reviveDraft = async (tx: Tx, personId: number, { id, version }: Draft): Promise<void> => {
  await tx
    .updateTable("drafts")
    .set({ ended_at: null, ended_as: null, form_key: randomUUID(), version: version + 1, saved_at: now() })
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .execute();
};

/** The person no longer wants it. One that has ended already stays as it was. */
export const dropDraft = async (tx: Tx, personId: number, id: number): Promise<void> => {
  await tx
    .updateTable("drafts")
    .set({ ended_at: now(), ended_as: "discarded" })
    .where("person_id", "=", personId)
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .execute();
};

const keptFor = days(30);

export const deleteOldDrafts = async (tx: Tx): Promise<void> => {
  await tx.deleteFrom("drafts").where("ended_at", "<", after(now(), -keptFor)).execute();
};
