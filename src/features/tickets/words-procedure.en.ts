import { plural } from "../../platform/i18n/index.ts";
import type { ConfirmationWay } from "./rules/ticket.ts";

export const en = {
  procedure: {
    title: "Procedure",
    stage: (p: { position: number; count: number }) => `Stage ${p.position} of ${p.count}`,
    next: (p: { stage: string }) => `Go on to “${p.stage}”`,
    choose: "Another stage",
    open: (p: { count: number }) => `${p.count} ${plural(p.count, { one: "step", other: "steps" })} still open`,
    tick: (p: { step: string }) => `Tick off “${p.step}”`,
    untick: (p: { step: string }) => `Take the tick off “${p.step}”`,
    doneBy: (p: { name: string }) => `done by ${p.name}`,
  },
  solution: {
    title: "Documented solution",
    lead: "For those who meet it again: cause, and what to do. Customers do not see it.",
    needed: "This type demands it before the ticket is closed.",
    write: "Write the solution down",
    edit: "Edit",
    save: "Save the solution",
    fromResult: "Begins with the result that the customer reads.",
  },
  confirmation: {
    missing: "The customer has not confirmed the solution yet.",
    given: "Confirmed by the customer",
    waived: "Goes without the customer’s confirmation",
    record: "The customer has confirmed it elsewhere",
    how: "How",
    ways: { telephone: "by telephone", mail: "by e-mail", meeting: "in person", other: "in another way" } as Record<
      ConfirmationWay,
      string
    >,
    by: "Who has confirmed it",
    save: "Write the confirmation down",
    waive: "Go without confirmation",
    waiveHelp: "For somebody who does not say it, or cannot. The reason stays in the history.",
    reason: "Reason",
    recorded: (p: { way: string; by: string }) => `wrote down that ${p.by} confirmed the solution ${p.way}`,
    went: "went without the customer’s confirmation",
    /** In the portal. */
    title: "Does the solution work?",
    lead: "Please try it out and tell us.",
    finishes: "Your confirmation finishes this request.",
    yes: "Yes, it works",
    no: "No, something is still wrong",
  },
  /** What the type demands of the customer. */
  verdict: "What the customer says of it",
  feedback: {
    missing: "The customer has not said yet how it was.",
    given: "Feedback given",
    waived: "Goes without the customer’s feedback",
    waive: "Go without feedback",
    went: "went without the customer’s feedback",
  },
  closes: (p: { date: string }) => `Closes by itself on ${p.date} unless the customer answers.`,
  stalled: "The customer says nothing more, but this does not close by itself",
  stalledAbout: "This type demands something before a ticket is closed:",
  access: {
    title: "Access to environments",
    none: "No access is noted.",
    lead: "Note here where you have let us in, so that nobody forgets to take it back.",
    leadDesk: "Where the customer has let us in. When the ticket is solved, he is asked to take it back.",
    environment: "Environment",
    environmentHelp: "Its name or address, and until when if you like.",
    note: "Note access",
    grant: "I have given access",
    end: (p: { environment: string }) => `Access to ${p.environment} has ended`,
    since: "since",
    ended: "ended",
    stillOpen: (p: { count: number }) =>
      `${p.count} ${plural(p.count, { one: "access is", other: "accesses are" })} still open although this is over.`,
  },
  phrases: {
    confirmed: "Thank you. The solution is confirmed.",
    accessGranted: "Noted. We remind you to take it back when the request is solved.",
    accessEnded: "Noted that the access has ended.",
    documented: "The solution is written down.",
    recorded: "The confirmation is written down.",
    waived: "Noted: this goes without.",
  },
};
