/** What is refused, and why. */
export const en = {
  notAsked: "You were not asked for this approval, so you cannot decide about it.",
  alreadyApproved: "You have approved this already. Nothing more is needed from you.",
  alreadyDeclined: "You have declined this already. Nothing more is needed from you.",
  settled: "This has been decided meanwhile, so your decision is no longer needed.",
  withdrawn: "This question was withdrawn, so nothing needs to be decided any more.",
  expired: "The time for this decision is over. Ask us to put it to you again.",
  reasonMissing: "Say why you decline, so that we can propose something better.",
  nobodyAsked: "Choose at least one person who decides.",
  unreachable: (p: { names: string }) =>
    `${p.names} cannot be asked: without an e-mail address, or no longer active. Choose somebody else.`,
  isOver: "This approval is over already.",
};
