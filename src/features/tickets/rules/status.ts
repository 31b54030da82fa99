import { Conflict } from "../../../platform/errors.ts";
import { after, days, now } from "../../../platform/time.ts";
import {
  awaitsRating,
  canStillReopen,
  lacksConfirmation,
  lacksFeedback,
  undocumented,
  unmetDemand,
  type Stage,
} from "./demands.ts";
import { machine, purposes, verbs, type From, type Verb } from "./machine.ts";
import { refusal, type RefusalName } from "./refusals.ts";
import type { Status, TicketType } from "./ticket.ts";

export { canStillReopen, lacksConfirmation, lacksFeedback, verbs };
export { customerStatus, customerStatusName, statusName } from "../../ticket-types/rules/index.ts";
export type { Stage, Verb };

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

/** Where a ticket stands in a type that may not know its status. Work that nobody is assigned to is open work. */
export const statusIn = (
  { status, assigneeIds }: Pick<Stage, "status" | "assigneeIds">,
  type: Pick<TicketType, "statuses">,
): Status => {
  const nearest = nearestStatus(status, type);
  const isNobodys = assigneeIds.length === 0 && (nearest === "assigned" || nearest === "in_progress");
  return nearest !== status && isNobodys ? "open" : nearest;
};

/** The status after the verb, or why the machine forbids it. */
const outcomeOf = (ticket: Stage, verb: Verb): { to: Status } | { refused: RefusalName } => {
  const { type, status } = ticket;
  const unmet = unmetDemand(ticket, verb);
  if (unmet) return { refused: unmet };
  const row: From = machine[verb];
  const target = row[status];
  const purpose = purposes[verb];
  if (!target || (purpose && !type.statuses.includes(purpose))) return { refused: refusalOf[status] };
  if (target === "stay") return { to: status };
  // Words are no decision: it goes on waiting for those who were asked, and the desk reads the answer.
  if (verb === "answer" && status === "waiting" && ticket.approval === "pending") return { to: status };
  if (target === "before") return { to: nearestStatus(ticket.statusBeforeMerge ?? "open", type) };
  if (target === "settle") return { to: isSettled(withGiven(ticket, verb)) ? "closed" : status };
  const wanted = target === "work" ? (ticket.assigneeIds.length > 0 ? "in_progress" : "open") : target;
  const reached = nearestStatus(wanted, type);
  // Without a rating nothing is left to wait for.
  if (wanted === "resolved") return resolution(ticket, reached);
  // `start` in a type without `in_progress` would change nothing.
  return verb === "start" && reached === status ? { refused: refusalOf[status] } : { to: reached };
};

const resolution = (ticket: Stage, reached: Status): { to: Status } | { refused: RefusalName } => {
  const lacks = undocumented(ticket);
  if (reached === "closed") return lacks ? { refused: lacks } : { to: "closed" };
  return { to: isSettled(ticket) ? "closed" : reached };
};

/** The ticket with what the verb itself brings along. */
const withGiven = (ticket: Stage, verb: Verb): Stage => ({
  ...ticket,
  ...((verb === "confirm" || verb === "recordConfirmation") && { confirmedAt: now() }),
  ...(verb === "waiveConfirmation" && { confirmationWaivedAt: now() }),
  ...(verb === "rate" && { ratedAt: now() }),
  ...(verb === "waiveFeedback" && { feedbackWaivedAt: now() }),
  ...(verb === "document" && { solution: ticket.solution ?? "given" }),
});

/** Whether nothing is left to wait for in what is resolved, in whatever order it came. */
const isSettled = (ticket: Stage): boolean =>
  !undocumented(ticket) && ticket.approval !== "pending" && !awaitsRating(ticket);

/** The status that the verb leads to. Throws `Conflict`, with the reason, where the machine forbids it. */
export const move = (ticket: Stage, verb: Verb): Status => {
  const outcome = outcomeOf(ticket, verb);
  if ("to" in outcome) return outcome.to;
  throw new Conflict(refusal(outcome.refused));
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
} as const satisfies Record<Status, RefusalName>;

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
  if (verb) return verb;
  // The first of them says best what is in the way.
  const [first] = towards[status] ?? [];
  if (first) move(ticket, first);
  throw new Conflict(refusal(refusalOf[ticket.status]));
};

export const isLegal = (ticket: Stage, verb: Verb): boolean => "to" in outcomeOf(ticket, verb);

/** What the machine allows in this state, whoever asks. */
export const legalVerbs = (ticket: Stage): readonly Verb[] => verbs.filter((verb) => isLegal(ticket, verb));

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
