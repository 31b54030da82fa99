import { randomUUID } from "node:crypto";
import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Forbidden, NotFound } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { findDraft, findDraftById, reviveDraft, writeDraft, type Draft } from "../store/drafts.ts";
import { getTicket } from "../store/tickets.ts";

export const restoreDraft = action({
  name: "tickets.restore-draft",
  description:
    "Puts words that were sent, dropped or overwritten back to where they were typed: in a ticket behind what stands in the composer now, for a new request into a form of their own. Returns the draft that they are now.",
  input: z.object({ draftId: id }),
  async run(tx, actor, { draftId }): Promise<{ draftId: number; ticketId: number | null }> {
    if (!isSignedIn(actor)) throw new Forbidden();
    const kept = await findDraftById(tx, actor.personId, draftId);
    if (!kept) throw new NotFound();
    const { ticketId } = kept;
    if (ticketId !== null) await getTicket(tx, actor, ticketId);
    // What is being written needs no getting back.
    if (kept.endedAs === null) return { draftId, ticketId };
    return { draftId: await putBack(tx, actor.personId, kept), ticketId };
  },
});

/** Returns the draft's id. What was sent stays in the list of what was sent. */
const putBack = async (tx: Tx, personId: number, ended: Draft): Promise<number> => {
  const { id: endedId, ticketId, kind, endedAs } = ended;
  const place = { ticketId, kind };
  const current = ticketId === null ? undefined : await findDraft(tx, personId, place);
  if (!current && endedAs !== "sent") {
    await reviveDraft(tx, personId, ended);
    return endedId;
  }
  const words = {
    text: current ? `${current.text}\n\n${ended.text}` : ended.text,
    html: current ? null : ended.html,
    fields: { ...ended.fields, ...current?.fields },
    attachments: [...(current?.attachments ?? []), ...ended.attachments],
  };
  const page = { formKey: randomUUID(), draftId: current?.id, version: current?.version ?? 0 };
  return (await writeDraft(tx, personId, { place, words, page })).id;
};
