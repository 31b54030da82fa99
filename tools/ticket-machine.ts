import { paperCast as cast, us } from "../test/support/paper-cast.ts";
import { paperTicket, paperType } from "../test/support/paper-ticket.ts";
import type { Standing } from "../src/features/tickets/rules/policy.ts";
import type { Status, Ticket } from "../src/features/tickets/rules/ticket.ts";
import type { Actor } from "../src/platform/actor.ts";
import { now } from "../src/platform/time.ts";

/** In CC, and of no organisation. */
const pat = { ...cast.eve, personId: 15, name: "Pat", organisationIds: [] };

/** One actor for each way in which somebody can stand to the tickets of the tables. */
export const actors: Readonly<Record<Standing, Actor>> = {
  outsider: cast.eve,
  colleague: cast.cora,
  manager: cast.mia,
  participant: pat,
  requester: cast.cy,
  member: cast.ann,
  assignee: cast.tom,
  moderator: cast.mo,
  administrator: cast.ada,
  system: us,
};

export const who: Readonly<Record<Standing, string>> = {
  outsider: "visitors, customers of other organisations, and anybody before what was never submitted",
  colleague: "of the same organisation",
  manager: "manages the organisation",
  participant: "in CC",
  requester: "whose ticket it is",
  member: "an agent to whom it is not assigned",
  assignee: "an agent to whom it is assigned",
  moderator: "an agent who leads",
  administrator: "an agent who leads and sets up",
  system: "what happens by itself: time that passes, mails, other tickets",
};

export interface Situation {
  name: string;
  explained: string;
  facts: Partial<Ticket>;
}

const demanding = paperType({
  needsApproval: true,
  needsSolution: true,
  needsConfirmation: true,
  needsFeedback: true,
  stages: [{ id: 1, key: "solve", names: { en: "Solve", de: "Lösen" }, steps: [], isRetired: false }],
});

/** What one situation forbids, another allows, so that every verb stands somewhere. */
export const situations: readonly Situation[] = [
  {
    name: "A type without demands",
    explained: "It uses every status and is rated; an answer reopens within 14 days.",
    facts: {},
  },
  {
    name: "A type with every demand, none of them met",
    explained:
      "The solution has to be approved, written down and confirmed, and there is a procedure. Nobody was asked yet.",
    facts: { type: demanding },
  },
  {
    name: "The same, while the approval is pending",
    explained: "The solution was proposed to those who have to agree.",
    facts: { type: demanding, approval: "pending" },
  },
  {
    name: "The same, approved, written down and confirmed",
    explained: "Everything that closing demands is there.",
    facts: { type: demanding, approval: "approved", solution: "A new cable.", confirmedAt: now() },
  },
  {
    name: "Work that is kept to assignees, as in field service",
    explained: "Members write and change only what they accepted or were assigned, and only agents reopen.",
    facts: { type: paperType({ onlyAssigneesWrite: true, reopenDays: 0 }) },
  },
  {
    name: "Merged into another ticket",
    explained: "It is closed, and what is written to it goes to the other.",
    facts: { mergedInto: 18, statusBeforeMerge: "in_progress", status: "closed" },
  },
];

/** The situation's ticket in a status, with people in every standing around it. */
export const ticketIn = ({ facts }: Situation, status: Status): Ticket =>
  paperTicket({
    status,
    participantIds: [pat.personId],
    assigneeIds: status === "draft" || status === "open" ? [] : [cast.tom.personId],
    closedAt: status === "closed" || status === "cancelled" ? now() : null,
    ...facts,
  });
