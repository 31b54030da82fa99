import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import {
  ticketAsked,
  ticketCancelled,
  ticketClosed,
  ticketHeld,
  ticketReleased,
  ticketReopened,
  ticketResolved,
  ticketStarted,
  type TicketEvent,
} from "../events.ts";
import { undoable } from "../events-undo.ts";
import type { Patch } from "../rules/changes.ts";
import { move, type SteeringVerb } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { commit, type Changed, type WithReply } from "./changing.ts";

/** What may be said along with a move. */
export interface Steer {
  verb: SteeringVerb;
  /** Why, for the history. */
  reason?: string;
  /** What solved it. Empty: as it was. */
  result?: string;
  /** The answer that brought the move along, so that one mail says both. */
  withReply?: WithReply;
  /** How long it is offered to be taken back; nobody is told until then. */
  holdSeconds?: number | undefined;
}

/** Moves the ticket and records it. Throws `Conflict` where the machine forbids it; rights are checked by then. */
export const steer = async (
  tx: Tx,
  actor: Actor,
  ticket: Ticket,
  { verb, reason = "", result = "", withReply: reply, holdSeconds }: Steer,
): Promise<{ ticket: Ticket; changed: Changed }> => {
  const withReply = reply ? { replyEventId: reply.replyEventId } : {};
  const said = { ...withReply, ...(reason && { reason }) };
  const events: Record<SteeringVerb, () => TicketEvent> = {
    start: () => ticketStarted(withReply),
    ask: () => ticketAsked(withReply),
    hold: () => ticketHeld(said),
    release: () => ticketReleased(withReply),
    resolve: () => ticketResolved({ ...withReply, result: result || (ticket.result ?? "") }),
    close: () => ticketClosed(said),
    cancel: () => ticketCancelled(said),
    reopen: () => ticketReopened(said),
  };
  const begun = verb === "start" ? beginner(actor, ticket) : {};
  return commit(tx, actor, ticket, {
    event: undoable(events[verb](), ticket, holdSeconds),
    isHeld: reply?.isHeld ?? false,
    // Only what was resolved is done; what is closed before that is given up.
    marks: { isUnsolved: verb === "close" },
    patch: { ...begun, status: move({ ...ticket, ...begun }, verb), ...(result && { result }) },
  });
};

// Whoever begins with what nobody has is assigned: work in progress is always somebody's.
const beginner = (actor: Actor, ticket: Ticket): Pick<Patch, "assigneeIds"> => {
  const personId = personIdOf(actor);
  return personId !== null && ticket.assigneeIds.length === 0 ? { assigneeIds: [personId] } : {};
};
