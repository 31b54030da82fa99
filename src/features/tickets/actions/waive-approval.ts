import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { words } from "../../../platform/input.ts";
import { approvalWaived } from "../events-approval.ts";
import { isLegal, move } from "../rules/status.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";
import { withdrawPending } from "./withdraw-proposal.ts";

export const waiveApproval = action({
  name: "tickets.waive",
  description: "A hotfix: the solution goes without the approval that the type demands, for a reason that is kept.",
  input: z.object({ ticketId, reason: words(1_000) }),
  async run(tx, actor, { ticketId, reason }): Promise<Changed> {
    const ticket = await begin(tx, actor, "waive", { ticketId });
    move(ticket, "waive");
    await withdrawPending(tx, actor, { ticket, reason });
    const { changed } = await commit(tx, actor, ticket, {
      event: approvalWaived({ reason }),
      // Whom it waited for is not asked any more.
      patch: { approval: "waived", ...(isLegal(ticket, "decide") && { status: move(ticket, "decide") }) },
    });
    return changed;
  },
});
