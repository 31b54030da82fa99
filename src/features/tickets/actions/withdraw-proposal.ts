import { z } from "zod";
import { action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { optionalWords } from "../../../platform/input.ts";
import { approvalsAbout, withdraw } from "../../approvals/index.ts";
import { proposalWithdrawn } from "../events-approval.ts";
import { refusal } from "../rules/refusals.ts";
import { isLegal, move } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const withdrawProposal = action({
  name: "tickets.withdraw-proposal",
  description: "Takes a proposed solution back before it is decided, e.g. to propose a better one.",
  input: z.object({ ticketId, reason: optionalWords(1_000) }),
  async run(tx, actor, { ticketId, reason }): Promise<Changed> {
    const ticket = await begin(tx, actor, "withdraw", { ticketId });
    const [approvalId] = await withdrawPending(tx, actor, { ticket, reason });
    if (approvalId === undefined) throw new Conflict(refusal("nothingToApprove"));
    const { changed } = await commit(tx, actor, ticket, {
      event: proposalWithdrawn({ approvalId, because: "withdrawn", reason }),
      patch: { approval: "none", ...(isLegal(ticket, "withdraw") && { status: move(ticket, "withdraw") }) },
    });
    return changed;
  },
});

/** Ends what still waits for a decision about the ticket. Returns the ids of those approvals. */
export const withdrawPending = async (
  tx: Tx,
  actor: Actor,
  { ticket, reason }: { ticket: Pick<Ticket, "id">; reason: string },
): Promise<number[]> => {
  const pending = (await approvalsAbout(tx, "ticket", ticket.id)).filter(({ outcome }) => outcome === null);
  for (const { id: approvalId } of pending) await withdraw.run(tx, actor, { approvalId, reason });
  return pending.map(({ id }) => id);
};
