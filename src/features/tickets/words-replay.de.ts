import type { en } from "./words-replay.en.ts";

export const de: typeof en = {
  about: ({ count, tickets, days }) =>
    tickets === 1
      ? `Berechnet aus dem Verlauf des einen Tickets der letzten ${days} Tage: einmal mit dem, was heute gilt, einmal mit Ihrer Änderung, als hätte es jeweils immer gegolten.`
      : `Berechnet aus dem Verlauf der ${count} Tickets der letzten ${days} Tage: einmal mit dem, was heute gilt, einmal mit Ihrer Änderung, als hätte es jeweils immer gegolten.`,
  partial: ({ count, days }) =>
    `Berechnet aus dem Verlauf der neuesten ${count} Tickets der letzten ${days} Tage (für alle sind es zu viele): einmal mit dem, was heute gilt, einmal mit Ihrer Änderung, als hätte es jeweils immer gegolten.`,
  noTickets: ({ days }) => `Es gibt nichts zu vergleichen: In den letzten ${days} Tagen kam kein Ticket.`,
  nothing: "Keine Frist wäre eine andere gewesen.",
  earlier: "wären früher gewesen",
  later: "wären später gewesen",
  keptToMissed: "eingehalten, wären versäumt",
  missedToKept: "versäumt, wären eingehalten",
  added: "kämen dazu",
  addedMissed: ({ count }) => `${count} davon versäumt`,
  removed: "gäbe es nicht",
  of: ({ count }) => `von ${count} Fristen`,
  examples: "Was sich am meisten ändert",
  ticket: "Ticket",
  deadline: "Frist",
  really: ({ kept, missed }) =>
    `Nach dem, was damals wirklich vereinbart war, wurden ${kept} dieser Fristen eingehalten und ${missed} versäumt.`,
  reallyThen: "Damals vereinbart",
  before: "Heute",
  after: "Mit Ihrer Änderung",
  none: "keine",
  verdicts: { kept: "eingehalten", missed: "versäumt", open: "noch offen" },
};
