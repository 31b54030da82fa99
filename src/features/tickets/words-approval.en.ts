interface Happened {
  names: string;
  because: "withdrawn" | "expired";
}

type ApprovalEvent =
  | "ticket.solution-proposed"
  | "ticket.solution-approved"
  | "ticket.solution-declined"
  | "ticket.proposal-withdrawn"
  | "ticket.approval-waived";

/** Behind the name of whoever did it. */
const happened: Readonly<Record<ApprovalEvent, (p: Happened) => string>> = {
  "ticket.solution-proposed": (p) => `proposed a solution to ${p.names}`,
  "ticket.solution-approved": () => "approved the proposed solution",
  "ticket.solution-declined": () => "declined the proposed solution",
  "ticket.proposal-withdrawn": (p) =>
    p.because === "expired" ? "ended the question: nobody decided in time" : "withdrew the proposed solution",
  "ticket.approval-waived": () => "went without approval",
};

/** A solution that waits for somebody's agreement, for both sides of the counter. */
export const en = {
  phrases: {
    nobodyAsked: "Choose at least one person who decides.",
    notConcerned:
      "Only the requester, people in CC and people of the organisation can be asked. Put others in CC first.",
    onlyPublic: "Customers do not see this ticket, so they cannot decide about it. Make it public first.",
    stillAsked: "Customers are still asked to approve the proposed solution. Withdraw it first, then make it internal.",
    wouldBeOver:
      "This type demands something of its customers before a ticket ends, and this one ended without it. Reopen it first, then make it public.",
    proposed: "The solution is put before them. The ticket waits for their decision.",
    withdrawn: "The question is withdrawn.",
    waived: "Noted: this goes without approval.",
  },
  title: "Approval",
  demanded: "Tickets of this type are resolved once the solution is approved.",
  propose: "Propose a solution",
  proposeAgain: "Propose another solution",
  proposeHelp:
    "Those whom you choose get it by mail and approve or decline it there or in the portal. The ticket waits for them.",
  text: "Proposed solution",
  textHelp: "What will be done, when, and what it means for the customer. This very text is sealed with the decision.",
  approvers: "Who decides",
  as: { requester: "asked", participant: "in CC", manager: "manager", member: "organisation" },
  more: (p: { count: number }) => `${p.count} more of the organisation`,
  rule: "How many have to agree",
  rules: { all: "Everybody", any: "One of them" },
  ask: "Ask for approval",
  waive: "Hotfix without approval",
  waiveHelp: "For what cannot wait. The reason stays in the history.",
  reason: "Reason",
  goWithout: "Go without approval",
  earlier: "Earlier proposals",
  nobody: "Nobody can be asked: neither the requester nor the organisation has an e-mail address.",
  states: {
    none: "Nothing is proposed yet.",
    pending: "Waits for a decision.",
    approved: "The solution is approved.",
    declined: "The solution was declined. Propose another one.",
    waived: "Goes without approval.",
  },
  happened,
  portal: {
    waits: "Waits for approval",
    waitsForYou: "We have proposed a solution. Please say below whether you agree to it.",
    waitsFor: (p: { names: string }) => `We have proposed a solution. It waits for ${p.names}.`,
    proposed: "Solution proposed",
    approved: "Solution approved",
    declined: "Solution declined",
    withdrawn: "Proposed solution withdrawn",
    expired: "Proposed solution: the time is over",
    earlier: "Earlier proposals",
  },
  mails: {
    approved: (p: { author: string; number: number }) => `${p.author} approves the solution of #${p.number}`,
    declined: (p: { author: string; number: number }) => `${p.author} declines the solution of #${p.number}`,
    waiting: "Others are still to be heard.",
    expired: (p: { number: number }) => `Nobody has decided in time about the solution of #${p.number}`,
  },
};
