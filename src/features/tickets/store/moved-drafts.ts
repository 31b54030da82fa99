import type { Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";
import { findDraft, writeDraft, type DraftKind, type DraftPlace } from "./drafts.ts";

interface Move {
  fromId: number;
  toId: number;
  /** Whose drafts go along; others, who will not see the other ticket, keep theirs. */
  of: readonly number[];
}

/**
 * What people are typing in the one ticket is in the other from now on, behind what they are typing there. What is set
 * together like that is kept as it was, too, where earlier words are kept. Returns the ids of those that went.
 */
export const moveDrafts = async (tx: Tx, { fromId, toId, of }: Move): Promise<number[]> => {
  if (of.length === 0) return [];
  const rows = await tx
    .selectFrom("drafts")
    .select(["id", "person_id", "kind"])
    .where("ticket_id", "=", fromId)
    .where("ended_at", "is", null)
    .where("person_id", "in", of)
    .orderBy("id")
    .execute();
  for (const row of rows) {
    const kind: DraftKind = row.kind;
    const begun = await findDraft(tx, row.person_id, { ticketId: fromId, kind });
    const there = await findDraft(tx, row.person_id, { ticketId: toId, kind });
    if (!begun) continue;
    await tx
      .updateTable("drafts")
      .set({ ticket_id: toId, ...(there && { ended_at: now(), ended_as: "overwritten" as const }) })
      .where("id", "=", row.id)
      .execute();
    if (!there) continue;
    await writeDraft(tx, row.person_id, {
      place: { ticketId: toId, kind },
      words: {
        text: `${there.text}\n\n${begun.text}`.trim(),
        html: null,
        fields: { ...begun.fields, ...there.fields },
        attachments: [...there.attachments, ...begun.attachments],
      },
      page: { formKey: "", version: there.version },
    });
  }
  return rows.map(({ id }) => id);
};

interface MoveBack {
  /** What had gone with the merged ticket. */
  draftIds: readonly number[];
  /** The ticket that goes its own way again, and those in which it went on. */
  toId: number;
  from: readonly number[];
  /** When it was merged: what was typed on since belongs where it was typed. */
  since: Date;
}

/** Nobody finds the words that he typed for the one ticket's people in the other one, where he would send them to others. */
export const moveDraftsBack = async (tx: Tx, { draftIds, toId, from, since }: MoveBack): Promise<void> => {
  if (draftIds.length === 0) return;
  const rows = await tx
    .selectFrom("drafts")
    .select(["id", "person_id", "kind", "text", "ticket_id", "ended_as"])
    .where("id", "in", [...draftIds])
    .where("ticket_id", "in", [...from])
    .where("saved_at", "<=", since)
    .where((row) => row.or([row("ended_as", "is", null), row("ended_as", "=", "overwritten")]))
    .orderBy("id")
    .execute();
  for (const { id, person_id: personId, kind, text, ticket_id: ticketId, ended_as: endedAs } of rows) {
    if (await findDraft(tx, personId, { ticketId: toId, kind })) continue;
    if (endedAs !== null && ticketId !== null) await takeOut(tx, personId, { place: { ticketId, kind }, text });
    await tx
      .updateTable("drafts")
      .set({ ticket_id: toId, ended_at: null, ended_as: null })
      .where("id", "=", id)
      .execute();
  }
};

/** Leaves what was being typed there already, unless somebody has typed on behind it. */
const takeOut = async (
  tx: Tx,
  personId: number,
  { place, text }: { place: DraftPlace; text: string },
): Promise<void> => {
  const there = await findDraft(tx, personId, place);
  const behind = `\n\n${text}`;
  if (!there?.text.endsWith(behind)) return;
  const words = { ...there, text: there.text.slice(0, -behind.length), html: null };
  await writeDraft(tx, personId, { place, words, page: { formKey: "", version: there.version } });
};
