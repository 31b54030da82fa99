import { after, days } from "../../../platform/time.ts";
import type { Status, Ticket, TicketType } from "./ticket.ts";

export type Quiet = Pick<Ticket, "status" | "statusSince" | "approval" | "closesAt"> & {
  type: Pick<TicketType, "remindAfterDays" | "closeAfterDays" | "closeResolvedAfterDays">;
  /** When something was last said that customers read. */
  lastSaidAt: Date;
};

export type SilenceStep = { kind: "remind"; closesAt: Date } | { kind: "close"; because: "silence" | "resolved" };

/** On which day a ticket that is brought into the status closes by itself, as its customers are told at once. */
export const closingDay = (
  status: Status,
  { closeResolvedAfterDays }: Pick<TicketType, "closeResolvedAfterDays">,
  at: Date,
): Date | null =>
  status === "resolved" && closeResolvedAfterDays !== null ? after(at, days(closeResolvedAfterDays)) : null;

/**
 * What silence has led to by now (T10): customers are told on which day a ticket will close, and on that day it does.
 * What waits for their answer is announced after the type's days, and what is resolved at once; that which was resolved
 * before its type closed by itself is announced, too. Who still has to approve is not silent.
 */
export const silenceStep = (ticket: Quiet, at: Date): SilenceStep | undefined => {
  const { status, type } = ticket;
  if (status !== "waiting" && status !== "resolved") return undefined;
  if (ticket.approval === "pending") return undefined;
  if (ticket.closesAt) return ticket.closesAt <= at ? closing(status) : undefined;
  const since = ticket.lastSaidAt > ticket.statusSince ? ticket.lastSaidAt : ticket.statusSince;
  return isOver(since, status === "waiting" ? type.remindAfterDays : type.closeResolvedAfterDays, at)
    ? { kind: "remind", closesAt: after(at, days(type.closeAfterDays)) }
    : undefined;
};

const closing = (status: "waiting" | "resolved"): SilenceStep => ({
  kind: "close",
  because: status === "waiting" ? "silence" : "resolved",
});

const isOver = (since: Date, limit: number | null, at: Date): boolean =>
  limit !== null && after(since, days(limit)) <= at;
