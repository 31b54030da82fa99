import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { dropDraft } from "../store/drafts.ts";

export const discardDraft = action({
  name: "tickets.discard-draft",
  description: "Drops what somebody was typing; for 30 days it can be got back. Nothing to drop is fine.",
  input: z.object({ draftId: id }),
  async run(tx, actor, { draftId }): Promise<void> {
    if (!isSignedIn(actor)) throw new Forbidden();
    await dropDraft(tx, actor.personId, draftId);
  },
});
