import type { TicketEvent } from "./events.ts";

/** Events of a solution that is put before those who have to agree to it. The decisions themselves are in the approval. */

export const solutionProposed = (p: { approvalId: number; personIds: number[]; rule: "all" | "any" }): TicketEvent => ({
  name: "ticket.solution-proposed",
  payload: p,
});

interface Decided {
  approvalId: number;
  /** The decider's own words. */
  reason: string;
  via: string;
  /** Whether nobody else has to be heard. */
  isFinal: boolean;
}

export const solutionApproved = ({ reason, ...p }: Decided): TicketEvent => ({
  name: "ticket.solution-approved",
  payload: { ...p, ...(reason && { reason }) },
});

export const solutionDeclined = (p: Decided): TicketEvent => ({
  name: "ticket.solution-declined",
  payload: { ...p },
});

/** `expired`: nobody decided in time. */
export const proposalWithdrawn = (p: {
  approvalId: number;
  because: "withdrawn" | "expired";
  reason: string;
}): TicketEvent => ({
  name: "ticket.proposal-withdrawn",
  payload: { approvalId: p.approvalId, because: p.because, ...(p.reason && { reason: p.reason }) },
});

export const approvalWaived = (p: { reason: string }): TicketEvent => ({ name: "ticket.approval-waived", payload: p });
