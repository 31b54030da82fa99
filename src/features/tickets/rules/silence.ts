import { after, days } from "../../../platform/time.ts";
import type { Ticket, TicketType } from "./ticket.ts";

export type Quiet = Pick<Ticket, "status" | "statusSince" | "approval" | "closesAt"> & {
  type: Pick<TicketType, "remindAfterDays" | "closeAfterDays" | "closeResolvedAfterDays">;
  /** When something was last said that customers read. */
  lastSaidAt: Date;
};

export type SilenceStep = { kind: "remind"; closesAt: Date } | { kind: "close"; because: "silence" | "resolved" };

/**
 * What silence has led to by now (T10): a customer whose answer we wait for is reminded and told on which day the ticket
 * will close, and on that day it does; what is resolved closes without a word. Who still has to approve is not silent.
 */
export const silenceStep = (ticket: Quiet, at: Date): SilenceStep | undefined => {
  const { status, type } = ticket;
  if (status === "resolved")
    return isOver(ticket.statusSince, type.closeResolvedAfterDays, at) ? closing("resolved") : undefined;
  if (status !== "waiting" || ticket.approval === "pending") return undefined;
  if (ticket.closesAt) return ticket.closesAt <= at ? closing("silence") : undefined;
  const since = ticket.lastSaidAt > ticket.statusSince ? ticket.lastSaidAt : ticket.statusSince;
  return isOver(since, type.remindAfterDays, at)
    ? { kind: "remind", closesAt: after(at, days(type.closeAfterDays)) }
    : undefined;
};

const closing = (because: "silence" | "resolved"): SilenceStep => ({ kind: "close", because });

const isOver = (since: Date, limit: number | null, at: Date): boolean =>
  limit !== null && after(since, days(limit)) <= at;
