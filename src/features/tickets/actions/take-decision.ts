import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { system, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { NotFound } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { approvalsAbout, getApproval, type Approval, type Decision } from "../../approvals/index.ts";
import { actorOfPerson } from "../../people/index.ts";
import { proposalWithdrawn, solutionApproved, solutionDeclined } from "../events-approval.ts";
import type { TicketEvent } from "../events.ts";
import type { Patch } from "../rules/changes.ts";
import { mustBeAbleTo } from "../rules/policy.ts";
import { isLegal, move } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { lockTicket } from "../store/tickets.ts";
import { commit } from "./changing.ts";

/** Brings into the ticket what was decided about its solution: into its history, and back to work once it is settled. */
export const takeDecision = action({
  name: "tickets.take-decision",
  description: "Writes a decision about the proposed solution into the ticket, and brings it back to work.",
  input: z.object({ approvalId: id, personId: id }),
  async run(tx, actor, { approvalId, personId }) {
    const { approval, ticket } = await both(tx, actor, approvalId);
    const decision = approval.decisions.find((each) => each.personId === personId);
    if (!decision) throw new NotFound();
    // A second approval that came in after the outcome was settled is refused there, so the last decision is the final one.
    const isFinal = approval.outcome !== null && approval.decisions.at(-1) === decision;
    await commit(tx, await deciderOf(tx, decision), ticket, {
      event: eventOf(approval, decision, isFinal),
      patch: isFinal ? settled(ticket, decision.verdict) : {},
    });
  },
});

/** The same for a proposal that was taken back, or that nobody has decided about in time. */
export const dropProposal = action({
  name: "tickets.drop-proposal",
  description: "Takes a proposed solution off the ticket, because it was withdrawn or nobody decided in time.",
  input: z.object({ approvalId: id, reason: z.string().default("") }),
  async run(tx, actor, { approvalId, reason }) {
    const { approval, ticket } = await both(tx, actor, approvalId);
    // Meanwhile somebody has said that it goes without, or has proposed anew; both stand in the history already.
    const isOver = (await approvalsAbout(tx, "ticket", ticket.id)).every(({ outcome }) => outcome !== null);
    if (ticket.approval !== "pending" || !isOver) return;
    const because = approval.outcome === "expired" ? "expired" : "withdrawn";
    await commit(tx, actor, ticket, {
      event: proposalWithdrawn({ approvalId, because, reason }),
      patch: settled(ticket, "none"),
    });
  },
});

const both = async (tx: Tx, actor: Actor, approvalId: number): Promise<{ approval: Approval; ticket: Ticket }> => {
  const approval = await getApproval(tx, approvalId);
  const ticket = await lockTicket(tx, actor, approval.about.id);
  mustBeAbleTo(actor, "decide", ticket);
  return { approval, ticket };
};

/** Where the ticket is over by now, only the outcome is written down. */
const settled = (ticket: Ticket, approval: Ticket["approval"]): Patch => ({
  ...(ticket.approval === "pending" && { approval }),
  ...(isLegal(ticket, "decide") && { status: move(ticket, "decide") }),
});

const eventOf = ({ id: approvalId }: Approval, { verdict, reason, via }: Decision, isFinal: boolean): TicketEvent =>
  (verdict === "approved" ? solutionApproved : solutionDeclined)({ approvalId, reason, via, isFinal });

/** The history names who decided, also when he has gone since. */
const deciderOf = async (tx: Tx, { personId, personName }: Decision): Promise<Actor> =>
  actorOfPerson(tx, personId).catch((error: unknown) => {
    if (error instanceof NotFound) return system(personName);
    throw error;
  });
