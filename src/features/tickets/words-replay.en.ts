import { plural } from "../../platform/i18n/index.ts";

const tickets = { one: "ticket", other: "tickets" };

export const en = {
  about: (p: { count: string; tickets: number; days: number }) =>
    `Computed from the history of the ${p.count} ${plural(p.tickets, tickets)} of the last ${p.days} days: once with what holds today, once with your change, as if each had always held.`,
  partial: (p: { count: string; tickets: number; days: number }) =>
    `Computed from the history of the newest ${p.count} ${plural(p.tickets, tickets)} of the last ${p.days} days (there are too many for all of them): once with what holds today, once with your change, as if each had always held.`,
  noTickets: (p: { days: number }) => `Nothing to compare with: there was no ticket in the last ${p.days} days.`,
  nothing: "No deadline would have been another one.",
  earlier: "would have been earlier",
  later: "would have been later",
  keptToMissed: "kept, would have been missed",
  missedToKept: "missed, would have been kept",
  added: "would be new",
  addedMissed: (p: { count: string }) => `${p.count} of them missed`,
  removed: "would not exist",
  of: (p: { count: string }) => `of ${p.count} deadlines`,
  examples: "What would change most",
  ticket: "Ticket",
  deadline: "Deadline",
  really: (p: { kept: string; missed: string }) =>
    `By what was really agreed at the time, ${p.kept} of these deadlines were kept and ${p.missed} missed.`,
  reallyThen: "Agreed then",
  before: "Today",
  after: "With your change",
  none: "none",
  verdicts: { kept: "kept", missed: "missed", open: "still open" },
};
