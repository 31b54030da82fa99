import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { approvalsAbout } from "../../approvals/index.ts";
import { approversFor } from "../approvers.ts";
import { lockTicket } from "../store/tickets.ts";
import { askAgain } from "./back-from-merge.ts";
import { ticketId } from "./inputs.ts";
import { withdrawPending } from "./withdraw-proposal.ts";

export const askWhoIsLeft = action({
  name: "tickets.ask-who-is-left",
  description:
    "Somebody who was asked to agree has nothing to do with the ticket any more: those who are left are asked anew. Where nobody is, it goes back to work.",
  input: z.object({ ticketId }),
  async run(tx, actor, { ticketId }): Promise<void> {
    if (actor.kind !== "system") throw new Forbidden();
    const ticket = await lockTicket(tx, actor, ticketId);
    const pending = (await approvalsAbout(tx, "ticket", ticketId)).find(({ outcome }) => outcome === null);
    if (ticket.approval !== "pending" || !pending) return;
    const heard = pending.decisions.map(({ personId }) => personId);
    const concerned = (await approversFor(tx, ticket)).map(({ personId }) => personId);
    const isGone = pending.approvers.some(({ personId }) => !heard.includes(personId) && !concerned.includes(personId));
    if (!isGone) return;
    await withdrawPending(tx, actor, { ticket, reason: "" });
    await askAgain(tx, actor, ticket);
  },
});
