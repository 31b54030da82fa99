import type { Status, Ticket } from "./ticket.ts";

/** Whether it is technical support's: other tickets hang on it, and customers see of it what an order tells. */
export const isTechnical = ({ type }: { type: Pick<Ticket["type"], "kind"> }): boolean => type.kind === "technical";

export const orderStates = ["received", "in_progress", "on_hold", "done", "dropped"] as const;
/** Where an order stands, as customers are told. */
export type OrderState = (typeof orderStates)[number];

const states = {
  draft: "received",
  open: "received",
  assigned: "received",
  in_progress: "in_progress",
  waiting: "in_progress",
  on_hold: "on_hold",
  resolved: "done",
  closed: "done",
  cancelled: "dropped",
} as const satisfies Record<Status, OrderState>;

/** All that a technical ticket tells those who wait for it, and their customers; nothing else of it leaves the desk. */
export interface Order {
  number: number;
  state: OrderState;
  plannedVersion: string | null;
}

export const orderOf = ({
  number,
  status,
  resolvedAt,
  plannedVersion,
}: Pick<Ticket, "number" | "status" | "resolvedAt" | "plannedVersion">): Order => ({
  number,
  // Closed without having been resolved, nobody has done it.
  state: status === "closed" && resolvedAt === null ? "dropped" : states[status],
  plannedVersion,
});

/** Whether nothing more is to be expected of it. */
export const isOrderOver = ({ state }: Pick<Order, "state">): boolean => state === "done" || state === "dropped";
