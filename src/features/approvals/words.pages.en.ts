import type { Outcome } from "./rules/outcome.ts";
import type { Way } from "./types.ts";

const states: Record<Outcome | "pending", string> = {
  pending: "Waiting for a decision",
  approved: "Approved",
  declined: "Declined",
  withdrawn: "Withdrawn",
  expired: "Time is over",
};
const ways: Record<Way, string> = {
  portal: "in the portal",
  link: "by the link in the mail",
  mail: "by answering the mail",
};

export const en = {
  approval: "Approval",
  approvals: "Approvals",
  approvalsAbout: "Solutions that we put before you. We carry them out once they are approved.",
  pendingLabel: "waiting for you",
  noApprovals: "Nobody has asked you for an approval yet",
  noApprovalsAbout: "When we propose a solution that needs your agreement, it stands here.",
  toDecide: "Waiting for you",
  others: "Others",
  states,
  ways,
  question: "Do you agree?",
  proposed: "This is what we propose",
  askedBy: (p: { name: string }) => `Asked by ${p.name}`,
  until: "Please decide by",
  about: "About",
  open: "Open",
  decidesAs: (p: { name: string }) => `You decide as ${p.name}.`,
  ruleAll: "Everybody who is asked has to agree.",
  ruleAny: "One of those who are asked has to agree.",
  oneDeclines: "As soon as one person declines, it is declined.",
  approve: "Approve",
  decline: "Decline",
  reason: "Your words about it",
  reasonHelp: "Needed when you decline: what is missing, or what should be different?",
  final: "Your decision is recorded with your name and the time, and cannot be changed afterwards.",
  people: "Who decides",
  notYet: "has not decided yet",
  noLonger: "was not needed",
  approvedBy: (p: { way: string }) => `approved ${p.way}`,
  declinedBy: (p: { way: string }) => `declined ${p.way}`,
  thanksApproved: "Thank you. Your approval is recorded; we go on with it.",
  thanksDeclined: "Thank you. We have your reason and look for a better solution.",
  thanksWaiting: "Thank you. Your approval is recorded; others are still to be heard.",
  nothingToDo: {
    approved: "This is approved. Nothing more is needed from you.",
    declined: "This was declined. Nothing more is needed from you.",
    withdrawn: "We have withdrawn this question. Nothing needs to be decided any more.",
    expired: "The time for this decision is over. If it still matters, ask us to put it to you again.",
  } satisfies Record<Outcome, string>,
  decidedAlready: "You have decided. Others are still to be heard.",
  withdraw: "Withdraw the question",
  record: "Sealed record",
  recordAbout:
    "Each decision is sealed with a SHA-256 hash over the text, the decision, the person and the time. Nobody can change it afterwards without breaking the seal.",
  textHash: "SHA-256 of the text",
  seal: "Seal",
  intact: "Checked just now: text and seal belong together.",
  broken: "The seal does not fit. Something about this record was changed.",
  linkTitle: "This link does not work",
  linkUnknown:
    "The link is incomplete or was made for something else. Open it from the mail once more, or sign in: what is put before you stands in the portal.",
  linkOfOther: (p: { name: string; reader: string }) =>
    `This link was sent to ${p.name}, but you are signed in as ${p.reader}. Only ${p.name} can decide by it. Sign out first if that is you.`,
  signIn: "Sign in",
  toPortal: "To the portal",
};
