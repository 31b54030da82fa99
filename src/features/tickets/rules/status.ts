import { Conflict } from "../../../platform/errors.ts";
import { after, days, now } from "../../../platform/time.ts";
import { refusal } from "./refusals.ts";
import type { Status, StatusName, Ticket, TicketType } from "./ticket.ts";

/** What the machine has to know of a ticket. */
export type Stage = Pick<Ticket, "status" | "assigneeIds" | "closedAt"> & {
  type: Pick<TicketType, "statuses" | "hasRating" | "reopenDays">;
};

/** Where a verb leads: to a status, nowhere else (`stay`), or back to work. */
type Target = Status | "stay" | "work";
type From = Partial<Record<Status, Target>>;

const open = ["open"] as const;
const begun = ["assigned", "in_progress"] as const;
const active = [...open, ...begun, "waiting", "on_hold"] as const;
const submitted = [...active, "resolved", "closed", "cancelled"] as const;

const from = (statuses: readonly Status[], target: Target): From =>
  Object.fromEntries(statuses.map((status) => [status, target]));

/**
 * The machine: for every verb the statuses in which it is legal, and where it leads. `work` is `in_progress` while
 * somebody is assigned, else `open`.
 */
const machine = {
  submit: { draft: "open" },
  discard: { draft: "cancelled" },

  // Somebody takes part, or no longer does. A ticket that waits goes on waiting; it goes to `open` when it is answered.
  assign: { open: "assigned", ...from([...begun, "waiting", "on_hold", "resolved"], "stay") },
  take: { open: "assigned", ...from(["waiting", "on_hold", "resolved"], "stay") },
  unassign: from([...begun, "waiting", "on_hold", "resolved"], "stay"),
  unassignLast: { ...from(begun, "open"), ...from(["waiting", "on_hold", "resolved"], "stay") },

  start: { open: "in_progress", assigned: "in_progress", waiting: "in_progress" },
  // We speak, and in a closed ticket that means that it is not over.
  reply: { ...from([...active, "resolved"], "stay"), closed: "work" },
  ask: from([...open, ...begun, "on_hold", "resolved"], "waiting"),
  // A customer speaks. Closed: only within the type's days, see `canStillReopen`.
  answer: { ...from([...open, ...begun, "on_hold"], "stay"), ...from(["waiting", "resolved", "closed"], "work") },
  note: from(submitted, "stay"),
  update: from([...active, "resolved"], "stay"),

  hold: from([...open, ...begun, "waiting"], "on_hold"),
  release: { on_hold: "work" },
  resolve: from(active, "resolved"),
  rate: from(["resolved", "closed"], "closed"),
  close: from([...active, "resolved"], "closed"),
  cancel: from(active, "cancelled"),
  reopen: from(["resolved", "closed", "cancelled"], "work"),
  followUp: from(["closed", "cancelled"], "stay"),

  change: from(submitted, "stay"),
  changeRequester: from([...active, "resolved"], "stay"),
  addParticipant: from([...active, "resolved"], "stay"),
  removeParticipant: from([...active, "resolved"], "stay"),
  link: from(submitted, "stay"),
} as const satisfies Record<string, From>;

export type Verb = keyof typeof machine;
export const verbs = Object.keys(machine) as readonly Verb[];

/** Verbs whose whole point is one status: a type without it does not offer them. */
const purposes: Partial<Record<Verb, Status>> = {
  submit: "draft",
  ask: "waiting",
  hold: "on_hold",
  cancel: "cancelled",
};

/** Which status stands in, in this order, for one that the type does not use. */
const standIns: Record<Status, readonly Status[]> = {
  draft: ["open"],
  open: [],
  assigned: ["in_progress", "open"],
  in_progress: ["assigned", "open"],
  waiting: ["in_progress", "assigned", "open"],
  on_hold: ["in_progress", "assigned", "open"],
  resolved: ["closed"],
  closed: [],
  cancelled: ["closed"],
};

/** The status itself where the type uses it, else the nearest that it does use. `open` and `closed` always belong to it. */
export const nearestStatus = (status: Status, type: Pick<TicketType, "statuses">): Status =>
  [status, ...standIns[status]].find((candidate) => type.statuses.includes(candidate)) ?? status;

/** The status after the verb, or undefined where the machine forbids it. */
const targetOf = (ticket: Stage, verb: Verb): Status | undefined => {
  const { type, status } = ticket;
  const row: From = machine[verb];
  const target = row[status];
  const purpose = purposes[verb];
  if (!target || (purpose && !type.statuses.includes(purpose))) return undefined;
  if (verb === "answer" && status === "closed" && !canStillReopen(ticket)) return undefined;
  if (verb === "rate" && !type.hasRating) return undefined;
  if (target === "stay") return status;
  const wanted = target === "work" ? (ticket.assigneeIds.length > 0 ? "in_progress" : "open") : target;
  const reached = nearestStatus(wanted, type);
  // Without a rating nothing is left to wait for.
  if (reached === "resolved" && !type.hasRating) return "closed";
  return isIdle(verb, { status, reached }) ? undefined : reached;
};

/** `start` in a type without `in_progress` would change nothing, so it is not offered. */
const isIdle = (verb: Verb, { status, reached }: { status: Status; reached: Status }): boolean =>
  verb === "start" && reached === status;

/** The status that the verb leads to. Throws `Conflict`, with the reason, where the machine forbids it. */
export const move = (ticket: Stage, verb: Verb): Status => {
  const target = targetOf(ticket, verb);
  if (target) return target;
  if (verb === "answer" && ticket.status === "closed") throw new Conflict(refusal("closedForGood"));
  throw new Conflict(refusal(refusalOf[ticket.status]));
};

const refusalOf = {
  draft: "notSubmitted",
  open: "otherStatus",
  assigned: "otherStatus",
  in_progress: "otherStatus",
  waiting: "otherStatus",
  on_hold: "otherStatus",
  resolved: "isResolved",
  closed: "isClosed",
  cancelled: "isCancelled",
} as const satisfies Record<Status, string>;

/** The verbs that bring a ticket into a status, or as near to it as its type knows. */
const towards: Partial<Record<Status, readonly SteeringVerb[]>> = {
  open: ["release", "reopen"],
  assigned: ["release", "reopen"],
  in_progress: ["start", "release", "reopen"],
  waiting: ["ask"],
  on_hold: ["hold"],
  resolved: ["resolve"],
  closed: ["close"],
  cancelled: ["cancel"],
};

/** Verbs by which an agent puts a ticket where it should be. */
export type SteeringVerb = "start" | "release" | "ask" | "hold" | "resolve" | "close" | "cancel" | "reopen";

/** By which verb an agent gets the ticket into the status. Throws `Conflict` when there is none. */
export const verbTowards = (ticket: Stage, status: Status): SteeringVerb => {
  const verb = towards[status]?.find((candidate) => isLegal(ticket, candidate));
  if (!verb) throw new Conflict(refusal(refusalOf[ticket.status]));
  return verb;
};

export const isLegal = (ticket: Stage, verb: Verb): boolean => targetOf(ticket, verb) !== undefined;

/** What the machine allows in this state, whoever asks. */
export const legalVerbs = (ticket: Stage): readonly Verb[] => verbs.filter((verb) => isLegal(ticket, verb));

/** Whether a customer's answer still brings the closed ticket back; afterwards it takes a follow-up. */
export const canStillReopen = ({ closedAt, type }: Stage): boolean =>
  closedAt !== null && type.reopenDays > 0 && after(closedAt, days(type.reopenDays)) >= now();

/** Until when an answer reopens the closed ticket; undefined when it does not or no longer. */
export const reopenableUntil = (ticket: Stage): Date | undefined =>
  ticket.status === "closed" && ticket.closedAt && canStillReopen(ticket)
    ? after(ticket.closedAt, days(ticket.type.reopenDays))
    : undefined;

/** Who has to do something next. */
export const whoseTurn = (status: Status): "us" | "customer" | "nobody" => turns[status];
const turns = {
  draft: "customer",
  open: "us",
  assigned: "us",
  in_progress: "us",
  waiting: "customer",
  on_hold: "us",
  resolved: "customer",
  closed: "nobody",
  cancelled: "nobody",
} as const satisfies Record<Status, string>;

// Whether somebody is assigned yet is the desk's own affair, unless the type tells customers.
const customersRead: Record<Status, StatusName> = {
  draft: "draft",
  open: "open",
  assigned: "open",
  in_progress: "open",
  waiting: "waiting",
  on_hold: "on_hold",
  resolved: "resolved",
  closed: "closed",
  cancelled: "cancelled",
};

type Named = { status: Status; type: Pick<TicketType, "statusNames" | "customerStatuses"> };

/** What agents call the ticket's status. */
export const statusName = ({ status, type }: Named): StatusName => type.statusNames[status] ?? status;

/** What customers call it. */
export const customerStatusName = ({ status, type }: Named): StatusName =>
  type.customerStatuses[status] ?? type.statusNames[status] ?? customersRead[status];
