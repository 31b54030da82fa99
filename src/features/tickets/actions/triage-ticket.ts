import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { mustBeAbleTo } from "../rules/policy.ts";
import { verbTowards } from "../rules/status.ts";
import { priorities, statuses } from "../rules/ticket.ts";
import { lockTicket } from "../store/tickets.ts";
import { assignTicket } from "./assign-ticket.ts";
import { changeFields } from "./change-fields.ts";
import { ticketId } from "./inputs.ts";
import { steer } from "./steering.ts";

export const triageTicket = action({
  name: "tickets.triage",
  description: "Sorts a ticket in one go: who works on it, its priority, its status. All of it happens, or nothing.",
  input: z.object({
    ticketId,
    /** The one who works on it from now on. */
    assigneeId: id.optional(),
    priority: z.enum(priorities).optional(),
    status: z.enum(statuses).optional(),
  }),
  async run(tx, actor, { ticketId, assigneeId, priority, status }): Promise<void> {
    if (assigneeId !== undefined) await assignTicket.run(tx, actor, { ticketId, assigneeIds: [assigneeId] });
    if (priority !== undefined) await changeFields.run(tx, actor, { ticketId, priority });
    if (status === undefined) return;
    const ticket = await lockTicket(tx, actor, ticketId);
    if (ticket.status === status) return;
    const verb = verbTowards(ticket, status);
    mustBeAbleTo(actor, verb, ticket);
    await steer(tx, actor, ticket, { verb });
  },
});
