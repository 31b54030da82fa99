export const en = {
  subject: (p: { title: string }) => `Your approval is needed: ${p.title}`,
  heading: "Do you agree to this solution?",
  preview: (p: { text: string }) => p.text.replace(/\s+/g, " ").slice(0, 120),
  asks: (p: { name: string }) => `${p.name} puts this before you:`,
  ruleAll: "We go on as soon as everybody who was asked has agreed.",
  ruleAny: "We go on as soon as one of those who were asked has agreed.",
  until: (p: { until: string }) => `Please decide by ${p.until}.`,
  button: "Approve or decline",
  byAnswer:
    "You can also answer this mail: with “Approved” alone in the first line, or with “Declined:” and your reason.",
  personal: "The link is for you alone: whoever has it can decide in your name. No sign-in is needed.",
  because: "You get this mail because you were asked to approve this.",
  undecided: {
    heading: "Your answer has arrived, but it decides nothing",
    unclear:
      "It stands in the request now. Whether you approve or decline, it does not say clearly enough for us to record that in your name.",
    how: "Please decide on the page below, or answer this mail: with “Approved” alone in the first line, or with “Declined:” and your reason.",
    problems: {
      notAsked: "You were not asked for this approval.",
      alreadyApproved: "You have approved this before, and a decision is final.",
      alreadyDeclined: "You have declined this before, and a decision is final.",
      settled: "This has been decided meanwhile.",
      withdrawn: "The question was withdrawn meanwhile.",
      expired: "The time for this decision is over.",
    },
    toPage: "See where it stands",
    because: "You get this mail because you answered the mail that asked for your approval.",
  },
};
