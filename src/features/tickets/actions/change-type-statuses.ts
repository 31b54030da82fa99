import { action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { statusesInput, usualNames, writeStatuses } from "../../ticket-types/index.ts";
import { ticketChanged } from "../events.ts";
import { nearestStatus } from "../rules/status.ts";
import type { Status, Ticket } from "../rules/ticket.ts";
import { lockTicket } from "../store/tickets.ts";
import { listIdsIn } from "../store/uses.ts";
import { phrase } from "../words.ts";
import { commit } from "./changing.ts";

export const changeTypeStatuses = action({
  name: "tickets.change-type-statuses",
  description:
    "Changes which statuses a type uses and what they are called. A status in which tickets are stays, unless they are moved along.",
  input: statusesInput,
  async run(tx, actor, input): Promise<{ moved: number }> {
    const { type, gone } = await writeStatuses(tx, actor, input);
    let moved = 0;
    for (const status of gone) {
      const ticketIds = await listIdsIn(tx, { typeId: type.id, status });
      if (ticketIds.length > 0) refuseToStrand(status, { count: ticketIds.length, mayMove: input.movesTickets });
      for (const ticketId of ticketIds) await moveAlong(tx, actor, ticketId);
      moved += ticketIds.length;
    }
    return { moved };
  },
});

/** Drafts belong to those who began them; only they can submit or discard them. */
const refuseToStrand = (status: Status, { count, mayMove }: { count: number; mayMove: boolean }): void => {
  if (status === "draft") throw new Conflict(phrase("draftsInType", { count }));
  if (!mayMove) throw new Conflict(phrase("ticketsInStatus", { count, status: usualNames[status] }));
};

// The type that it is loaded with no longer has the status that it is in.
const moveAlong = async (tx: Tx, actor: Actor, ticketId: number): Promise<void> => {
  const ticket = await lockTicket(tx, actor, ticketId);
  await commit(tx, actor, ticket, {
    event: ticketChanged(),
    patch: { status: stayOf(ticket) },
  });
};

/** Work that nobody is assigned to is open work. */
const stayOf = ({ status, type, assigneeIds }: Ticket): Status => {
  const nearest = nearestStatus(status, type);
  return assigneeIds.length === 0 && (nearest === "assigned" || nearest === "in_progress") ? "open" : nearest;
};
