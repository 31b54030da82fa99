import { after, days, now } from "../../../platform/time.ts";
import type { Verb } from "./machine.ts";
import type { RefusalName } from "./refusals.ts";
import type { Ticket, TicketType } from "./ticket.ts";

/** What the machine has to know of a ticket. */
export type Stage = Pick<
  Ticket,
  "status" | "assigneeIds" | "closedAt" | "approval" | "solution" | "confirmedAt" | "mergedInto" | "statusBeforeMerge"
> & {
  type: Pick<
    TicketType,
    | "statuses"
    | "hasRating"
    | "reopenDays"
    | "onlyAssigneesWrite"
    | "stages"
    | "needsApproval"
    | "needsSolution"
    | "needsConfirmation"
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
      return type.needsApproval && !isApproved(ticket) ? undefined : "nothingToApprove";
    case "resolve":
      return unapproved(ticket);
    case "close":
      return unapproved(ticket) ?? undocumented(ticket);
    case "confirm":
      return type.needsConfirmation && ticket.confirmedAt === null ? undefined : "nothingToConfirm";
    case "rate":
      return type.hasRating ? undefined : "noRating";
    case "advance":
      return type.stages.length > 0 ? undefined : "noProcedure";
    default:
      return undefined;
  }
};

const isApproved = ({ approval }: Stage): boolean => approval === "approved" || approval === "waived";

const unapproved = (ticket: Stage): RefusalName | undefined => {
  if (ticket.approval === "pending") return "awaitsApproval";
  return ticket.type.needsApproval && !isApproved(ticket) ? "needsApproval" : undefined;
};

/** What closing still lacks: the solution in writing, the customer's word that it works. */
export const undocumented = ({ type, solution, confirmedAt }: Stage): RefusalName | undefined => {
  if (type.needsSolution && !solution) return "needsSolution";
  return type.needsConfirmation && confirmedAt === null ? "needsConfirmation" : undefined;
};
