import { move, statusName, type SteeringVerb, type Verb } from "./status.ts";
import type { Status, StatusName, Ticket } from "./ticket.ts";

const steering: readonly SteeringVerb[] = ["start", "release", "ask", "hold", "resolve", "close", "cancel", "reopen"];

export interface OfferedMove {
  verb: SteeringVerb;
  status: Status;
  /** What agents call the status in this type. */
  name: StatusName;
}

/** The statuses into which the actor may bring the ticket now, each with its verb; of two verbs to one place the first. */
export const offeredMoves = (ticket: Ticket, offers: ReadonlySet<Verb>): OfferedMove[] => {
  const reached = new Set<Status>([ticket.status]);
  return steering.flatMap((verb) => {
    if (!offers.has(verb)) return [];
    const status = move(ticket, verb);
    if (reached.has(status)) return [];
    reached.add(status);
    return [{ verb, status, name: statusName({ status, type: ticket.type }) }];
  });
};
