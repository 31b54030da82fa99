import { action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { statusesInput, usualNames, writeStatuses } from "../../ticket-types/index.ts";
import { ticketChanged, ticketClosed } from "../events.ts";
import { undocumented } from "../rules/demands.ts";
import { statusIn } from "../rules/status.ts";
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
      await moveAlong(tx, actor, ticketIds);
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

/** Each as near as its type still knows, which it is loaded with by now. What closes by that is closed for its customers, too. */
const moveAlong = async (tx: Tx, actor: Actor, ticketIds: readonly number[]): Promise<void> => {
  const tickets: Ticket[] = [];
  for (const ticketId of ticketIds) tickets.push(await lockTicket(tx, actor, ticketId));
  refuseToClose(tickets.filter((ticket) => isClosing(ticket) && undocumented(ticket) !== undefined));
  for (const ticket of tickets)
    await commit(tx, actor, ticket, {
      event: isClosing(ticket) ? ticketClosed() : ticketChanged(),
      patch: { status: statusIn(ticket, ticket.type) },
      // What was cancelled was not solved.
      marks: { isUnsolved: true },
    });
};

const isClosing = (ticket: Ticket): boolean =>
  ticket.status === "resolved" && statusIn(ticket, ticket.type) === "closed";

/** A setting does not close past what the type demands before closing. */
const refuseToClose = (lacking: readonly Ticket[]): void => {
  if (lacking.length === 0) return;
  const numbers = lacking.slice(0, 5).map(({ number }) => `#${number}`);
  throw new Conflict(phrase("closingLacks", { count: lacking.length, numbers: numbers.join(", ") }));
};
