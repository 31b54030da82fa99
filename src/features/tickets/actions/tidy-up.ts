import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { notify } from "../../../platform/live.ts";
import { deleteOldDrafts } from "../store/drafts.ts";
import { deleteExpiredPresences } from "../store/presence.ts";

export const tidyUp = action({
  name: "tickets.tidy-up",
  description: "Forgets who has left tickets without a word, and drafts that ended 30 days ago.",
  input: z.object({}),
  async run(tx, actor): Promise<void> {
    if (actor.kind !== "system") throw new Forbidden();
    const left = await deleteExpiredPresences(tx);
    await notify(
      tx,
      left.map((ticketId) => `presence:${ticketId}`),
    );
    await deleteOldDrafts(tx);
  },
});
