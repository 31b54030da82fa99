import type { Json } from "../../platform/events.ts";
import { after, minutes, now } from "../../platform/time.ts";
import type { TicketEvent } from "./events.ts";
import type { Ticket } from "./rules/ticket.ts";

/** So long what somebody has done is offered to be undone, and its mails wait. */
export const undoSeconds = 10;

/** Who looked longer at the offer may still take it; then his colleagues rely on what they see. */
const grace = minutes(2);

type Known = Pick<Ticket, "closesAt" | "approval">;

/**
 * An event that can be taken back at once: its mails wait for so long. It keeps what the change ends and does not name: the day that was
 * announced for closing (ISO 8601), and whether somebody was still to agree.
 */
export const undoable = (event: TicketEvent, { closesAt, approval }: Known, holdSeconds = 0): TicketEvent =>
  holdSeconds === 0
    ? event
    : {
        ...event,
        payload: {
          ...event.payload,
          undoableUntil: after(now(), holdSeconds * 1_000).toISOString(),
          announced: closesAt?.toISOString() ?? null,
          wasAsked: approval === "pending",
        },
      };

type Payload = Readonly<Record<string, Json>>;

/** Until then nobody is told; undefined for what cannot be taken back. */
export const undoableUntil = ({ undoableUntil: until }: Payload): Date | undefined =>
  typeof until === "string" ? new Date(until) : undefined;

export const isUndoable = (payload: Payload): boolean => {
  const until = undoableUntil(payload);
  return until !== undefined && now() <= after(until, grace);
};

/** `eventIds`: what was taken back; `mailed`: who had got a mail about it already. */
export const changeTakenBack = (p: { eventIds: number[]; mailed: string[] }): TicketEvent => ({
  name: "ticket.change-taken-back",
  payload: p,
});
