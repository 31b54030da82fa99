import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { nextAssignee } from "../../people/index.ts";
import { ticketAssigned } from "../events.ts";
import { isLegal, move } from "../rules/status.ts";
import { unfinished } from "../rules/ticket.ts";
import { countUnfinishedOf } from "../store/of-people.ts";
import { lockTicket } from "../store/tickets.ts";
import { commit } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const assignByRule = action({
  name: "tickets.assign-by-rule",
  description: "Assigns a ticket that has come to a team and is nobody's yet, as the team's rule says.",
  input: z.object({ ticketId }),
  async run(tx, actor, input) {
    if (actor.kind !== "system") throw new Forbidden();
    const ticket = await lockTicket(tx, actor, input.ticketId);
    const isWaiting = ticket.assigneeIds.length === 0 && unfinished.some((status) => status === ticket.status);
    if (ticket.teamId === null || !isWaiting || !isLegal(ticket, "assign")) return;
    const chosen = await nextAssignee(tx, ticket.teamId, (personIds) => countUnfinishedOf(tx, personIds));
    if (chosen === undefined) return;
    const assigneeIds = [chosen];
    await commit(tx, actor, ticket, {
      event: ticketAssigned(assigneeIds),
      patch: { assigneeIds, status: move({ ...ticket, assigneeIds }, "assign") },
    });
  },
});
