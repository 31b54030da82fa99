import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { ticketAssigned, ticketUnassigned } from "../events.ts";
import { undoable } from "../events-undo.ts";
import { move } from "../rules/status.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { agentsAmong } from "./desk-choices.ts";
import { formVersion, holdSeconds, ids, ticketId } from "./inputs.ts";

export const assignTicket = action({
  name: "tickets.assign",
  description: "Says who is assigned: exactly these agents. With nobody in the list the ticket is open again.",
  input: z.object({ ticketId, version: formVersion, assigneeIds: ids, holdSeconds }),
  async run(tx, actor, { ticketId, version, assigneeIds: chosen, holdSeconds: hold }): Promise<Changed> {
    const ticket = await begin(tx, actor, "assign", { ticketId, version, fields: ["assigneeIds"] });
    // Somebody who has left the desk may stay in the list until he is taken out of it.
    const newcomers = await agentsAmong(
      tx,
      chosen.filter((personId) => !ticket.assigneeIds.includes(personId)),
    );
    const assigneeIds = [...ticket.assigneeIds.filter((personId) => chosen.includes(personId)), ...newcomers];
    const leaving = ticket.assigneeIds.filter((personId) => !chosen.includes(personId));
    const isJoined = newcomers.length > 0 || leaving.length === 0;
    const { changed } = await commit(tx, actor, ticket, {
      event: undoable(isJoined ? ticketAssigned(newcomers) : ticketUnassigned(leaving), ticket, hold),
      patch: {
        assigneeIds,
        status: move({ ...ticket, assigneeIds }, assigneeIds.length > 0 ? "assign" : "unassignLast"),
      },
    });
    return changed;
  },
});
