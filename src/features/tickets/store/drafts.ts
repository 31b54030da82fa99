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
  /** The form's other fields as typed. */
  fields: Readonly<Record<string, string>>;
  attachments: readonly StoredFile[];
  /** The next save names it, so that two windows notice each other. */
  version: number;
  savedAt: Date;
}

export interface DraftPlace {
  /** Null: a new request. */
  ticketId: number | null;
  kind: DraftKind;
}

export type DraftWords = Pick<Draft, "text" | "html" | "fields" | "attachments">;

const columns = ["id", "ticket_id", "kind", "text", "html", "fields", "attachments", "version", "saved_at"] as const;

const selectDrafts = (db: Reader) => db.selectFrom("drafts").select(columns);
type DraftRow = Awaited<ReturnType<ReturnType<typeof selectDrafts>["executeTakeFirstOrThrow"]>>;

const draftOf = (row: DraftRow): Draft => ({
  id: row.id,
  ticketId: row.ticket_id,
  kind: row.kind,
  text: row.text,
  html: row.html,
  fields: row.fields as Draft["fields"],
  attachments: row.attachments as unknown[] as StoredFile[],
  version: row.version,
  savedAt: row.saved_at,
});

const isAt = ({ ticketId, kind }: DraftPlace) =>
  sql<boolean>`drafts.ticket_id is not distinct from ${ticketId} and drafts.kind = ${kind} and drafts.ended_at is null`;

export const findDraft = async (db: Reader, personId: number, place: DraftPlace): Promise<Draft | undefined> => {
  const row = await selectDrafts(db).where("person_id", "=", personId).where(isAt(place)).executeTakeFirst();
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
    .orderBy("ended_at", "desc")
    .limit(20)
    .execute();
  return rows.map(draftOf);
};

const rowOf = (words: DraftWords) => ({
  text: words.text,
  html: words.html,
  fields: sql<string>`${JSON.stringify(words.fields)}::jsonb`,
  attachments: sql<string>`${JSON.stringify(words.attachments)}::jsonb`,
  saved_at: now(),
});

/**
 * Keeps the words as typed. `version` is the one that the window read (0: none); when another window of the same person has
 * saved since, its words are set aside (`overwritten`), not lost. Returns the new version.
 */
export const writeDraft = async (
  tx: Tx,
  personId: number,
  { place, words, version }: { place: DraftPlace; words: DraftWords; version: number },
): Promise<number> => {
  const current = await selectDrafts(tx)
    .where("person_id", "=", personId)
    .where(isAt(place))
    .forUpdate()
    .executeTakeFirst();
  if (current?.version === version) {
    await tx
      .updateTable("drafts")
      .set({ ...rowOf(words), version: current.version + 1 })
      .where("id", "=", current.id)
      .execute();
    return current.version + 1;
  }
  if (current) await end(tx, current.id, "overwritten");
  const inserted = await tx
    .insertInto("drafts")
    .values({
      person_id: personId,
      ticket_id: place.ticketId,
      kind: place.kind,
      ...rowOf(words),
      version: Math.max(current?.version ?? 0, version) + 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("version")
    .executeTakeFirst();
  // Another window began a draft at the same moment; the insert waited for it, and now it is there to set aside.
  return inserted?.version ?? writeDraft(tx, personId, { place, words, version });
};

type End = "sent" | "discarded" | "overwritten";

const end = (tx: Tx, id: number, as: End) =>
  tx.updateTable("drafts").set({ ended_at: now(), ended_as: as }).where("id", "=", id).execute();

/** The words were sent, or are no longer wanted; they can be got back for 30 days. Nothing to end is fine. */
export const endDraft = async (tx: Tx, actor: Actor, { as, ...place }: DraftPlace & { as: End }): Promise<void> => {
  const personId = personIdOf(actor);
  if (personId === null) return;
  const current = await selectDrafts(tx).where("person_id", "=", personId).where(isAt(place)).executeTakeFirst();
  if (current) await end(tx, current.id, as);
};

const keptFor = days(30);

export const deleteOldDrafts = async (tx: Tx): Promise<void> => {
  await tx.deleteFrom("drafts").where("ended_at", "<", after(now(), -keptFor)).execute();
};
