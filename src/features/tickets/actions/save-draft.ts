import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { draftKinds, endDraft, writeDraft } from "../store/drafts.ts";
import { getTicket } from "../store/tickets.ts";
import { attachments, typingPage } from "./inputs.ts";

export const saveDraft = action({
  name: "tickets.save-draft",
  description: "Keeps what somebody is typing, as typed. Nothing typed takes the draft away. Returns its new version.",
  input: z.object({
    /** Missing: a new request. */
    ticketId: id.optional(),
    kind: z.enum(draftKinds),
    // Not trimmed: it is handed back into the middle of somebody's typing.
    text: z.string().max(1_000_000).default(""),
    html: z.string().max(4_000_000).optional(),
    fields: z
      .record(z.string().max(100), z.union([z.string().max(100_000), z.array(z.string().max(100_000)).max(200)]))
      .default({}),
    attachments,
    ...typingPage,
  }),
  async run(
    tx,
    actor,
    { ticketId = null, kind, formKey, draftId, version, ...typed },
  ): Promise<{ id?: number; version: number }> {
    if (!isSignedIn(actor)) throw new Forbidden();
    if (ticketId !== null) await getTicket(tx, actor, ticketId);
    const place = { ticketId, kind };
    const page = { formKey, draftId, version };
    const isEmpty =
      typed.text.trim() === "" &&
      typed.attachments.length === 0 &&
      Object.values(typed.fields)
        .flat()
        .every((value) => value.trim() === "");
    if (isEmpty) {
      await endDraft(tx, actor, { place, page, as: "discarded" });
      return { version: 0 };
    }
    const words = { ...typed, html: typed.html ?? null };
    return writeDraft(tx, actor.personId, { place, words, page });
  },
});
