import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { notify } from "../../../platform/live.ts";
import { keepDeadlines, termsNow } from "../deadlines.ts";
import { lockTicket } from "../store/tickets.ts";

export const recomputeDeadlines = action({
  name: "tickets.recompute-deadlines",
  description: "Computes the deadlines of these tickets anew, after a calendar or a promise has changed. Tells nobody.",
  input: z.object({ ticketIds: z.array(z.number()) }),
  async run(tx, actor, { ticketIds }): Promise<void> {
    if (actor.kind !== "system") throw new Forbidden();
    const terms = await termsNow(tx);
    // Always in the same order, so that two of these do not wait for each other.
    for (const ticketId of ticketIds.toSorted((one, other) => one - other))
      await keepDeadlines(tx, await lockTicket(tx, actor, ticketId), { terms, isQuiet: true });
    await notify(tx, ["queue"]);
  },
});
