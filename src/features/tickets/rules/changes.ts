import { now } from "../../../platform/time.ts";
import { unfinished, type Status, type Ticket } from "./ticket.ts";

/** What a change may set. Times and counters follow from it. */
export type Patch = Partial<
  Pick<
    Ticket,
    | "subject"
    | "status"
    | "priority"
    | "visibility"
    | "requesterId"
    | "organisationId"
    | "teamId"
    | "assigneeIds"
    | "participantIds"
    | "tags"
    | "productId"
    | "versionId"
    | "moduleId"
    | "developmentStatusId"
    | "plannedVersion"
    | "result"
    | "solution"
    | "approval"
    | "stage"
    | "mergedInto"
    | "statusBeforeMerge"
    | "customFields"
    | "rating"
    | "type"
  >
>;

export type Field = keyof Patch;
export type FieldValue = string | number | null | readonly number[] | readonly string[] | Ticket["customFields"];
export type Changes = Partial<Record<Field, { from: FieldValue; to: FieldValue }>>;

const isSame = (one: FieldValue, other: FieldValue): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What the patch really changes: each field with its value before and after. Lists are compared as sorted sets. */
export const changesOf = (ticket: Ticket, patch: Patch): Changes =>
  Object.fromEntries(
    (Object.keys(patch) as Field[]).flatMap((field) => {
      const from = valueOf(ticket, field);
      const to = valueOf({ ...ticket, ...patch }, field);
      return isSame(from, to) ? [] : [[field, { from, to }]];
    }),
  );

export const valueOf = (ticket: Ticket, field: Field): FieldValue => {
  switch (field) {
    case "type":
      return ticket.type.id;
    case "assigneeIds":
    case "participantIds":
      return [...new Set(ticket[field])].sort((a, b) => a - b);
    case "tags":
      return [...new Set(ticket.tags)].sort();
    default:
      return ticket[field];
  }
};

/** The patch with what follows from it: what comes back to work has to be approved anew. */
export const withConsequences = (ticket: Ticket, patch: Patch): Patch => {
  const wasDone = ticket.status === "resolved" || ticket.status === "closed";
  const isBack = wasDone && patch.status !== undefined && (unfinished as readonly Status[]).includes(patch.status);
  const isDecided = ticket.approval !== "none" && ticket.approval !== "pending";
  return isBack && patch.status !== "resolved" && isDecided ? { approval: "none", ...patch } : patch;
};

/** The ticket as it is once the patch is written. */
export const patched = (
  ticket: Ticket,
  patch: Patch,
  { isUnsolved = false }: { isUnsolved?: boolean } = {},
): Ticket => {
  const isMoved = patch.status !== undefined && patch.status !== ticket.status;
  return {
    ...ticket,
    ...patch,
    ...(isMoved && timesOf(patch.status ?? ticket.status, ticket, { isUnsolved })),
    version: ticket.version + 1,
  };
};

/**
 * What takes these changes (oldest first) back, as far as nothing has been changed again since. It restores a state
 * that the ticket was in, so it is not a move of the machine's own.
 */
export const takingBack = (ticket: Ticket, done: readonly Changes[]): Patch => {
  if (ticket.mergedInto === null) return takingBackHere(ticket, done);
  // Merged it stays closed; what changes is where it comes back to.
  const { status, ...patch } = takingBackHere({ ...ticket, status: ticket.statusBeforeMerge ?? ticket.status }, done);
  return status ? { ...patch, statusBeforeMerge: status } : patch;
};

const takingBackHere = (ticket: Ticket, done: readonly Changes[]): Patch => {
  const fields = [...new Set(done.flatMap((changes) => Object.keys(changes) as Field[]))];
  return Object.fromEntries(
    fields.flatMap((field): [Field, FieldValue][] => {
      const steps = done.flatMap((changes) => changes[field] ?? []);
      if (field === "participantIds") return [[field, withoutMoves(ticket.participantIds, steps)]];
      const [first] = steps;
      const last = steps.at(-1);
      return first && last && isSame(valueOf(ticket, field), last.to) ? [[field, first.from]] : [];
    }),
  );
};

/** Whoever joined is out, whoever left is in again, and whom others have brought since stays. */
const withoutMoves = (
  current: readonly number[],
  steps: readonly { from: FieldValue; to: FieldValue }[],
): readonly number[] => {
  const ids = (value: FieldValue) => value as readonly number[];
  const joined = steps.flatMap(({ from, to }) => ids(to).filter((id) => !ids(from).includes(id)));
  const left = steps.flatMap(({ from, to }) => ids(from).filter((id) => !ids(to).includes(id)));
  return [...new Set([...current.filter((id) => !joined.includes(id)), ...left])];
};

/** What the customer said of the solution, or was not asked for any more: it holds until work begins again. */
type Verdict = "confirmedAt" | "confirmationWaivedAt" | "ratedAt" | "feedbackWaivedAt";
type Times = "resolvedAt" | "closedAt" | Verdict;

/** The times that follow from a move to the status. `isUnsolved`: it ends without having been resolved. */
export const timesOf = (
  status: Status,
  ticket: Pick<Ticket, Times>,
  { isUnsolved = false }: { isUnsolved?: boolean } = {},
): Pick<Ticket, Times | "statusSince"> => {
  const at = now();
  const isDone = status === "resolved" || status === "closed";
  const said = (verdict: Verdict): Date | null => (isDone ? ticket[verdict] : null);
  return {
    statusSince: at,
    resolvedAt: isDone ? (ticket.resolvedAt ?? (isUnsolved ? null : at)) : null,
    confirmedAt: said("confirmedAt"),
    confirmationWaivedAt: said("confirmationWaivedAt"),
    ratedAt: said("ratedAt"),
    feedbackWaivedAt: said("feedbackWaivedAt"),
    // What was over before only changes its name.
    closedAt: isOver(status) ? (ticket.closedAt ?? at) : null,
  };
};

const isOver = (status: Status): boolean => status === "closed" || status === "cancelled";
