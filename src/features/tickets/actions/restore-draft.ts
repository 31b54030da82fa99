import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Forbidden, NotFound } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { messageKinds } from "../rules/ticket.ts";
import { findDraft, listEndedDrafts, writeDraft } from "../store/drafts.ts";
import { getTicket } from "../store/tickets.ts";
import { ticketId } from "./inputs.ts";

export const restoreDraft = action({
  name: "tickets.restore-draft",
  description:
    "Puts words that were sent, dropped or overwritten back into the composer, behind what stands there now.",
  input: z.object({ ticketId, kind: z.enum(messageKinds), draftId: id }),
  async run(tx, actor, { ticketId, kind, draftId }): Promise<void> {
    if (!isSignedIn(actor)) throw new Forbidden();
    await getTicket(tx, actor, ticketId);
    const place = { ticketId, kind };
    const ended = (await listEndedDrafts(tx, actor.personId, place)).find((draft) => draft.id === draftId);
    if (!ended) throw new NotFound();
    const current = await findDraft(tx, actor.personId, place);
    const words = {
      text: current ? `${current.text}\n\n${ended.text}` : ended.text,
      html: current ? null : ended.html,
      fields: current?.fields ?? {},
      attachments: [...(current?.attachments ?? []), ...ended.attachments],
    };
    await writeDraft(tx, actor.personId, { place, words, version: current?.version ?? 0 });
  },
});
