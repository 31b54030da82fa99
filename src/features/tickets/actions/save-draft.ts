import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { draftKinds, endDraft, writeDraft } from "../store/drafts.ts";
import { getTicket } from "../store/tickets.ts";
import { attachments } from "./inputs.ts";

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
    fields: z.record(z.string().max(100), z.string().max(100_000)).default({}),
    attachments,
    /** The version that the window has; 0 when it began with nothing. */
    version: z.coerce.number().int().nonnegative().default(0),
  }),
  async run(tx, actor, { ticketId = null, kind, version, ...typed }): Promise<{ version: number }> {
    if (!isSignedIn(actor)) throw new Forbidden();
    if (ticketId !== null) await getTicket(tx, actor, ticketId);
    const place = { ticketId, kind };
    const isEmpty =
      typed.text.trim() === "" &&
      typed.attachments.length === 0 &&
      Object.values(typed.fields).every((value) => value.trim() === "");
    if (isEmpty) {
      await endDraft(tx, actor, { ...place, as: "discarded" });
      return { version: 0 };
    }
    const words = { ...typed, html: typed.html ?? null };
    return { version: await writeDraft(tx, actor.personId, { place, words, version }) };
  },
});
