import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { draftKinds, endDraft } from "../store/drafts.ts";

export const discardDraft = action({
  name: "tickets.discard-draft",
  description: "Drops what somebody was typing; for 30 days it can be got back.",
  input: z.object({ ticketId: id.optional(), kind: z.enum(draftKinds) }),
  async run(tx, actor, { ticketId = null, kind }): Promise<void> {
    await endDraft(tx, actor, { ticketId, kind, as: "discarded" });
  },
});
