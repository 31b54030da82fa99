import { after, days } from "../../../platform/time.ts";
import { lackingToClose, type Stage } from "./demands.ts";
import type { RefusalName } from "./refusals.ts";
import type { Ticket, TicketType } from "./ticket.ts";

export type Quiet = Stage &
  Pick<Ticket, "statusSince" | "closesAt" | "stalledAt"> & {
    type: Pick<TicketType, "remindAfterDays" | "closeAfterDays" | "closeResolvedAfterDays">;
    /** When something was last said that customers read. */
    lastSaidAt: Date;
  };

export type SilenceStep =
  | { kind: "remind"; closesAt: Date }
  | { kind: "close"; because: "silence" | "resolved" }
  /** It would close, but lacks what its type demands: the desk is told. */
  | { kind: "stall"; lacks: readonly RefusalName[] };

/** On which day a ticket that now stands like this closes by itself, as its customers are told at once. */
export const closingDay = (
  ticket: Stage & { type: Pick<TicketType, "closeResolvedAfterDays"> },
  at: Date,
): Date | null => {
  const { closeResolvedAfterDays: limit } = ticket.type;
  const closes = ticket.status === "resolved" && limit !== null && lackingToClose(ticket).length === 0;
  return closes ? after(at, days(limit)) : null;
};

/**
 * What silence has led to by now (T10): customers are told on which day a ticket will close, and on that day it does.
 * What waits for their answer is announced after the type's days, and what is resolved at once; that which was resolved
 * before its type closed by itself is announced, too. Who still has to approve is not silent. What lacks something that its
 * type demands does not close, however long it is quiet; the desk is told, once, and decides.
 */
export const silenceStep = (ticket: Quiet, at: Date): SilenceStep | undefined => {
  const { status, type, closesAt } = ticket;
  if (status !== "waiting" && status !== "resolved") return undefined;
  if (ticket.approval === "pending") return undefined;
  const since = ticket.lastSaidAt > ticket.statusSince ? ticket.lastSaidAt : ticket.statusSince;
  const limit = status === "waiting" ? type.remindAfterDays : type.closeResolvedAfterDays;
  if (closesAt ? closesAt > at : !isOver(since, limit, at)) return undefined;
  const lacks = lackingToClose(ticket);
  if (lacks.length > 0) return ticket.stalledAt ? undefined : { kind: "stall", lacks };
  return closesAt ? closing(status) : { kind: "remind", closesAt: after(at, days(type.closeAfterDays)) };
};

const closing = (status: "waiting" | "resolved"): SilenceStep => ({
  kind: "close",
  because: status === "waiting" ? "silence" : "resolved",
});

const isOver = (since: Date, limit: number | null, at: Date): boolean =>
  limit !== null && after(since, days(limit)) <= at;
