import type { Actor } from "../../../platform/actor.ts";
import { Conflict, Forbidden, type Refusal } from "../../../platform/errors.ts";
import { refusal } from "./refusals.ts";
import { canStillReopen, isLegal, verbs, type Stage, type Verb } from "./status.ts";
import type { Ticket } from "./ticket.ts";

/** What the policy has to know of a ticket. */
export type Case = Pick<Ticket, "visibility" | "requesterId" | "organisationId" | "participantIds" | "submittedAt"> &
  Stage;

/** Who somebody is to one ticket. */
export const standings = [
  "outsider",
  "colleague",
  "manager",
  "participant",
  "requester",
  "member",
  "assignee",
  "moderator",
  "administrator",
  "system",
] as const;
export type Standing = (typeof standings)[number];

/**
 * `outsider` is everybody who may not know that the ticket exists: visitors, strangers, customers before an internal
 * ticket, and all but the owner before one that was never submitted. An `assignee` is a member to whom it is assigned.
 */
export const standingOf = (actor: Actor, ticket: Case): Standing => {
  if (actor.kind === "system") return "system";
  if (actor.kind === "visitor") return "outsider";
  if (ticket.submittedAt === null) return actor.personId === ticket.requesterId ? "requester" : "outsider";
  if (actor.kind === "agent") {
    if (actor.role !== "member") return actor.role;
    return ticket.assigneeIds.includes(actor.personId) ? "assignee" : "member";
  }
  if (ticket.visibility === "internal") return "outsider";
  if (actor.personId === ticket.requesterId) return "requester";
  if (ticket.participantIds.includes(actor.personId)) return "participant";
  const { organisationId } = ticket;
  if (organisationId === null || !actor.organisationIds.includes(organisationId)) return "outsider";
  return actor.managedOrganisationIds.includes(organisationId) ? "manager" : "colleague";
};

/** Beside the verbs of the machine: to see the ticket, and to see what customers never see of it. */
export type Right = Verb | "read" | "readInternals";
export const rights: readonly Right[] = ["read", "readInternals", ...verbs];

/** Beside who somebody is, something that the ticket has to be; and what is said when it is not. */
interface Condition {
  holds(ticket: Case): boolean;
  otherwise(): Refusal;
}
type Permission = Standing | readonly [Standing, Condition];

const whileOpen: Condition = {
  holds: ({ status }) => status === "open",
  otherwise: () => new Conflict(refusal("onlyWhileOpen")),
};
const whileUnassigned: Condition = {
  holds: ({ assigneeIds }) => assigneeIds.length === 0,
  otherwise: () => new Conflict(refusal("isTaken")),
};
const inTime: Condition = {
  holds: (ticket) => ticket.status === "resolved" || (ticket.status === "closed" && canStillReopen(ticket)),
  otherwise: () => new Conflict(refusal("closedForGood")),
};
const tooLateToReopen: Condition = {
  holds: (ticket) =>
    ticket.submittedAt !== null &&
    // Whoever may not see where it went on asks anew.
    (ticket.mergedInto !== null ||
      ticket.status === "cancelled" ||
      (ticket.status === "closed" && !canStillReopen(ticket))),
  otherwise: () => new Conflict(refusal("stillOpen")),
};
const unlessKeptToAssignees: Condition = {
  holds: ({ type }) => !type.onlyAssigneesWrite,
  otherwise: () => new Forbidden(refusal("takeFirst")),
};

const leaders = ["moderator", "administrator", "system"] as const;
const desk = ["member", "assignee", ...leaders] as const;
/** Who works on the ticket: every agent, except where a type keeps it to those who are assigned. */
const workers = [["member", unlessKeptToAssignees], "assignee", ...leaders] as const;
const writers = ["requester", "participant", "manager"] as const;

/** Who may do what. Whether the ticket's status allows it is the machine's question, see `offers`. */
const policy: Record<Right, readonly Permission[]> = {
  read: ["colleague", ...writers, ...desk],
  readInternals: desk,

  submit: ["requester"],
  discard: ["requester", "system"],
  answer: [...writers, "system"],
  rate: ["requester", "system"],
  confirm: ["requester", "participant", "manager", "system"],
  // Those who were asked decide in the approval; the ticket learns of it.
  decide: ["system"],
  // The clock, not people.
  remind: ["system"],
  expire: ["system"],

  reply: workers,
  note: desk,
  update: workers,
  change: workers,
  link: workers,
  start: workers,
  ask: workers,
  hold: workers,
  release: workers,
  resolve: workers,
  passOn: workers,
  escalate: workers,
  propose: workers,
  withdraw: workers,
  waive: workers,
  recordConfirmation: workers,
  waiveConfirmation: workers,
  waiveFeedback: workers,
  advance: workers,
  document: workers,
  merge: workers,
  unmerge: workers,
  split: workers,
  changeTasks: desk,

  // Nobody is assigned behind a moderator's back where work is offered and accepted.
  assign: workers,
  unassign: workers,
  unassignLast: workers,
  take: desk.map((standing) => [standing, whileUnassigned] as const),

  close: ["requester", ...workers],
  cancel: [["requester", whileOpen], "assignee", ...leaders],
  reopen: [["requester", inTime], ["participant", inTime], ["manager", inTime], ...workers],
  followUp: [["requester", tooLateToReopen], ["participant", tooLateToReopen], ["manager", tooLateToReopen], ...desk],

  changeRequester: workers,
  addParticipant: ["requester", "manager", ...workers],
  removeParticipant: ["requester", "manager", ...workers],
  grantAccess: [...writers, ...workers],
  endAccess: [...writers, ...desk],
};

/** Undefined when the actor may, as far as rights go; else why not. */
const objection = (actor: Actor, right: Right, ticket: Case): Refusal | undefined => {
  const standing = standingOf(actor, ticket);
  const permission = policy[right].find((each) => (typeof each === "string" ? each : each[0]) === standing);
  if (!permission) return new Forbidden();
  if (typeof permission === "string" || permission[1].holds(ticket)) return undefined;
  return permission[1].otherwise();
};

/** Whether the actor may, as far as rights go. Ask `offers` for what can be done now. */
export const can = (actor: Actor, right: Right, ticket: Case): boolean => !objection(actor, right, ticket);

/** The same as a demand: throws `Forbidden`, or `Conflict` where it could be done in another state. */
export const mustBeAbleTo = (actor: Actor, right: Right, ticket: Case): void => {
  const refused = objection(actor, right, ticket);
  if (refused) throw refused;
};

/** Every verb that the actor may do and that the ticket's status allows: may × legal. Decides the buttons. */
export const offers = (actor: Actor, ticket: Case): ReadonlySet<Verb> =>
  new Set(verbs.filter((verb) => isLegal(ticket, verb) && can(actor, verb, ticket)));

/** Whether words of this person belong into the ticket, whoever they are; for mails, where no session says who asks. */
export const mayReply = (
  ticket: Pick<Ticket, "requesterId" | "participantIds" | "assigneeIds">,
  personId: number,
): boolean =>
  ticket.requesterId === personId || ticket.participantIds.includes(personId) || ticket.assigneeIds.includes(personId);
