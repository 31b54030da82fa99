export const en = {
  subject: (p: { title: string }) => `Your approval is needed: ${p.title}`,
  heading: "Do you agree to this solution?",
  preview: (p: { text: string }) => p.text.replace(/\s+/g, " ").slice(0, 120),
  asks: (p: { name: string }) => `${p.name} puts this before you:`,
  ruleAll: "We go on as soon as everybody who was asked has agreed.",
  ruleAny: "We go on as soon as one of those who were asked has agreed.",
  until: (p: { until: string }) => `Please decide by ${p.until}.`,
  button: "Approve or decline",
  personal: "The link is for you alone: whoever has it can decide in your name. No sign-in is needed.",
  because: "You get this mail because you were asked to approve this.",
};
