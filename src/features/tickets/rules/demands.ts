import { after, days, now } from "../../../platform/time.ts";
import type { Verb } from "./machine.ts";
import type { RefusalName } from "./refusals.ts";
import type { Ticket, TicketType } from "./ticket.ts";

/** What the machine has to know of a ticket. */
export type Stage = Pick<
  Ticket,
  | "status"
  | "visibility"
  | "assigneeIds"
  | "closedAt"
  | "approval"
  | "solution"
  | "confirmedAt"
  | "confirmationWaivedAt"
  | "ratedAt"
  | "feedbackWaivedAt"
  | "mergedInto"
  | "statusBeforeMerge"
> & {
  type: Pick<
    TicketType,
    | "kind"
    | "statuses"
    | "hasRating"
    | "reopenDays"
    | "onlyAssigneesWrite"
    | "stages"
    | "needsApproval"
    | "needsSolution"
    | "needsConfirmation"
    | "needsFeedback"
  >;
};

/** Whether a customer's answer still brings the closed ticket back; afterwards it takes a follow-up. */
export const canStillReopen = ({
  closedAt,
  type,
}: Pick<Stage, "closedAt"> & { type: { reopenDays: number } }): boolean =>
  closedAt !== null && type.reopenDays > 0 && after(closedAt, days(type.reopenDays)) >= now();

/** What stays possible in a merged ticket; everything else happens in the one that it went into. */
const inMerged: ReadonlySet<Verb> = new Set<Verb>(["unmerge", "note", "link", "changeTasks", "followUp", "endAccess"]);

/** Why the verb cannot be done whatever the status: what the type demands, and what the ticket lacks. */
export const unmetDemand = (ticket: Stage, verb: Verb): RefusalName | undefined => {
  const { type, status } = ticket;
  if (ticket.mergedInto !== null && !inMerged.has(verb)) return "isMerged";
  switch (verb) {
    case "unmerge":
      return ticket.mergedInto === null ? "notMerged" : undefined;
    case "answer":
      return status === "closed" && !canStillReopen(ticket) ? "closedForGood" : undefined;
    case "reply":
    case "note":
      // What is done in the field is done: it is read, and whoever has more to say reopens it.
      return status === "closed" && type.onlyAssigneesWrite ? "isClosed" : undefined;
    case "propose":
      return ticket.approval === "pending" ? "awaitsApproval" : undefined;
    case "decide":
      return ticket.approval === "pending" ? undefined : "nothingToApprove";
    case "waive":
      return demandsApproval(ticket) && !isApproved(ticket) ? undefined : "nothingToApprove";
    case "withdraw":
      return ticket.approval === "pending" ? undefined : "nothingToApprove";
    case "escalate":
      return type.kind === "technical" ? "isTechnicalItself" : undefined;
    case "resolve":
      return unapproved(ticket);
    case "close":
    case "expire":
      return lackingToClose(ticket)[0];
    case "confirm":
    case "recordConfirmation":
    case "waiveConfirmation":
      return lacksConfirmation(ticket) ? undefined : "nothingToConfirm";
    case "waiveFeedback":
      return lacksFeedback(ticket) ? undefined : "noFeedback";
    case "rate":
      return type.hasRating ? undefined : "noRating";
    case "advance":
      return type.stages.length > 0 ? undefined : "noProcedure";
    default:
      return undefined;
  }
};

const isApproved = ({ approval }: Stage): boolean => approval === "approved" || approval === "waived";

/** Nothing is demanded of customers who do not see the ticket. */
const isShown = ({ visibility }: Stage): boolean => visibility === "public";
const demandsApproval = (ticket: Stage): boolean => ticket.type.needsApproval && isShown(ticket);

const unapproved = (ticket: Stage): RefusalName | undefined => {
  if (ticket.approval === "pending") return "awaitsApproval";
  return demandsApproval(ticket) && !isApproved(ticket) ? "needsApproval" : undefined;
};

/** What a resolved ticket still lacks: the solution in writing, the customer's word that it works, and how it was. */
const undocumentedBy = (ticket: Stage): RefusalName[] => [
  ...(ticket.type.needsSolution && !ticket.solution ? (["needsSolution"] as const) : []),
  ...(lacksConfirmation(ticket) ? (["needsConfirmation"] as const) : []),
  ...(lacksFeedback(ticket) ? (["needsFeedback"] as const) : []),
];

export const undocumented = (ticket: Stage): RefusalName | undefined => undocumentedBy(ticket)[0];

/** Everything that closing still lacks, in the order in which it is given. */
export const lackingToClose = (ticket: Stage): RefusalName[] => {
  const approval = unapproved(ticket);
  return [...(approval ? [approval] : []), ...undocumentedBy(ticket)];
};

export const lacksConfirmation = (ticket: Stage): boolean =>
  ticket.type.needsConfirmation &&
  isShown(ticket) &&
  ticket.confirmedAt === null &&
  ticket.confirmationWaivedAt === null;

export const lacksFeedback = (ticket: Stage): boolean => ticket.type.needsFeedback && awaitsRating(ticket);

/** Whether what is resolved waits for its rating, demanded or not. */
export const awaitsRating = (ticket: Stage): boolean =>
  ticket.type.hasRating && isShown(ticket) && ticket.ratedAt === null && ticket.feedbackWaivedAt === null;
