import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { lockTicket } from "../store/tickets.ts";
import { ticketId } from "./inputs.ts";
import { withdrawPending } from "./withdraw-proposal.ts";

export const endProposals = action({
  name: "tickets.end-proposals",
  description: "Withdraws what still waits for a decision about a ticket that is over.",
  input: z.object({ ticketId }),
  async run(tx, actor, { ticketId }) {
    if (actor.kind !== "system") throw new Forbidden();
    const ticket = await lockTicket(tx, actor, ticketId);
    // Reopened meanwhile: then it may be asked about again.
    if (ticket.status !== "closed" && ticket.status !== "cancelled") return;
    await withdrawPending(tx, actor, { ticket, reason: "" });
  },
});
