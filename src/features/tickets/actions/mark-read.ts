import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { writeRead } from "../store/reads.ts";
import { getTicket } from "../store/tickets.ts";
import { ticketId } from "./inputs.ts";

export const markRead = action({
  name: "tickets.mark-read",
  description:
    "Notes that the actor has read the ticket up to now. It is his own affair, so the history keeps nothing of it.",
  input: z.object({ ticketId }),
  async run(tx, actor, { ticketId }): Promise<void> {
    if (!isSignedIn(actor)) throw new Forbidden();
    const ticket = await getTicket(tx, actor, ticketId);
    await writeRead(tx, ticket.id, actor.personId);
  },
});
