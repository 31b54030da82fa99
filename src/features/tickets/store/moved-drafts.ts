import type { Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";
import { findDraft, writeDraft, type DraftKind } from "./drafts.ts";

interface Move {
  fromId: number;
  toId: number;
  /** Whose drafts go along; others, who will not see the other ticket, keep theirs. */
  of: readonly number[];
}

/**
 * What people are typing in the one ticket is in the other from now on, behind what they are typing there. What is set
 * together like that is kept as it was, too, where earlier words are kept.
 */
export const moveDrafts = async (tx: Tx, { fromId, toId, of }: Move): Promise<void> => {
  if (of.length === 0) return;
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
};
