/** What suppliers read, and colleagues of what suppliers wrote. */
export const en = {
  subject: (p: { number: number; subject: string }) => `${p.subject} (our number ${p.number})`,
  heading: "A ticket for you",
  intro: (p: { desk: string; number: number }) => `${p.desk} passes you a ticket. Our number: ${p.number}.`,
  reason: (p: { desk: string; number: number }) =>
    `You get this mail because ${p.desk} has passed ticket ${p.number} to your desk. Answers to this mail arrive there.`,
  customerNumber: "Our customer number",
  domain: "Domain",
  contact: "Contact",
  mayContact: "The end customer may be contacted",
  yes: "yes",
  no: "no",
  none: "none",
  errorPicture: "Error picture",
  answer: "Please answer this mail and keep its subject and its reply address.",
  written: (p: { number: number }) => `About our ticket ${p.number}`,
  sentOn: (p: { number: number }) => `The end customer writes about our ticket ${p.number}`,
  told: {
    resolved: (p: { number: number }) => `Our ticket ${p.number} is resolved.`,
    closed: (p: { number: number }) => `Our ticket ${p.number} is closed.`,
    cancelled: (p: { number: number }) => `Our ticket ${p.number} is cancelled.`,
    reopened: (p: { number: number }) => `Our ticket ${p.number} is open again.`,
  },
  toColleague: {
    subject: (p: { number: number; supplier: string }) => `[#${p.number}] ${p.supplier} has answered`,
    heading: (p: { supplier: string }) => `The supplier ${p.supplier} has answered`,
    toTicket: "To the ticket",
    internal: "Customers do not see this. Your answer to this mail becomes an internal note.",
    reason: "You get this mail because you work on the ticket.",
  },
};
