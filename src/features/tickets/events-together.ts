import type { TicketEvent } from "./events.ts";

/** Events of tickets that meet: merged, split, handed on, hung on an order. `number` is always the other ticket's. */

/**
 * In the one that goes on elsewhere. `isApart`: customers of either see nothing of the other. `closesAt` (ISO 8601): the day that was
 * announced for its closing, and `drafts`, what was being typed, both of which come back with it.
 */
export const ticketMerged = (p: {
  intoId: number;
  intoNumber: number;
  reason: string;
  isApart: boolean;
  closesAt: string | null;
  drafts: number[];
}): TicketEvent => ({
  name: "ticket.merged",
  payload: p,
});
/** In the one that goes on. `announced`: the same, where the other's words brought it back to work. */
export const ticketAbsorbed = (p: {
  fromId: number;
  number: number;
  reason: string;
  isApart: boolean;
  announced?: string | null;
}): TicketEvent => ({
  name: "ticket.absorbed",
  payload: p,
});
/** `mailed`: who had got a mail about the merge already. */
export const ticketUnmerged = (p: { intoNumber: number; mailed: string[] }): TicketEvent => ({
  name: "ticket.unmerged",
  payload: p,
});
export const ticketGaveBack = (p: { number: number }): TicketEvent => ({ name: "ticket.gave-back", payload: p });

/** In the old ticket: so many of its messages went on in the new one. */
export const ticketSplit = (p: { splitId: number; number: number; count: number }): TicketEvent => ({
  name: "ticket.split",
  payload: p,
});
/** In the new one, for each message that came along; the first stands at its opening. */
export const wordsBrought = (): TicketEvent => ({ name: "ticket.words-brought" });

export const ticketPassedOn = (p: { reason: string }): TicketEvent => ({ name: "ticket.passed-on", payload: p });
/** In the ticket that waits. `number` is the technical ticket's. */
export const ticketEscalated = (p: { technicalId: number; number: number; reason: string }): TicketEvent => ({
  name: "ticket.escalated",
  payload: p,
});

/** Why a ticket no longer waits for an order. */
export type BackBecause = "dropped" | "unlinked" | "unresolvable" | "over";
/** In the ticket that waited: the order is over for it, and it could not be resolved, or goes on waiting for others. */
export const orderEnded = (p: { number: number; because: BackBecause; refused?: string }): TicketEvent => ({
  name: "ticket.order-ended",
  payload: p,
});

/** `versionReason` is read by everybody who waits. */
export const versionPlanned = (p: { versionReason: string }): TicketEvent => ({
  name: "ticket.version-planned",
  payload: p,
});
/** In the ticket that waits for the order. */
export const orderPlanned = (p: {
  number: number;
  fromVersion: string | null;
  toVersion: string | null;
  versionReason: string;
}): TicketEvent => ({ name: "ticket.order-planned", payload: p });

type TaskSaid = { taskId: number; title: string };
export const taskAdded = (p: TaskSaid): TicketEvent => ({ name: "ticket.task-added", payload: p });
export const taskChanged = (p: TaskSaid): TicketEvent => ({ name: "ticket.task-changed", payload: p });
export const taskDone = (p: TaskSaid): TicketEvent => ({ name: "ticket.task-done", payload: p });
export const taskReopened = (p: TaskSaid): TicketEvent => ({ name: "ticket.task-reopened", payload: p });
export const taskRemoved = (p: TaskSaid): TicketEvent => ({ name: "ticket.task-removed", payload: p });
/** The solution came with an order: its number, and the version that has it. */
export const resolvedByOrder = (p: { result: string; orderNumber: number; orderVersion?: string }): TicketEvent => ({
  name: "ticket.resolved",
  payload: p,
});
