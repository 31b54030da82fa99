import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { ticketUnassigned } from "../events.ts";
import { move } from "../rules/status.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const unassignTicket = action({
  name: "tickets.unassign",
  description: "Takes one person off the ticket. When the last one leaves, it is open again.",
  input: z.object({ ticketId, personId: id }),
  async run(tx, actor, { ticketId, personId }): Promise<Changed> {
    const ticket = await begin(tx, actor, "unassign", { ticketId });
    const assigneeIds = ticket.assigneeIds.filter((assigneeId) => assigneeId !== personId);
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketUnassigned([personId]),
      patch: {
        assigneeIds,
        status: move({ ...ticket, assigneeIds }, assigneeIds.length > 0 ? "unassign" : "unassignLast"),
      },
    });
    return changed;
  },
});
