import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { checkbox, id, words } from "../../../platform/input.ts";
import { ticketPassedOn } from "../events-together.ts";
import { move } from "../rules/status.ts";
import { togetherPhrase } from "../words-together.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { teamAmong } from "./desk-choices.ts";
import { formVersion, ticketId } from "./inputs.ts";

export const passOnTicket = action({
  name: "tickets.pass-on",
  description: "Hands the ticket to another team, e.g. to the second level, with the reason.",
  input: z.object({
    ticketId,
    version: formVersion,
    teamId: id,
    /** Read by whoever takes over. */
    reason: words(1_000),
    /** Those who are assigned go along; otherwise the team finds it unassigned. */
    keepAssignees: checkbox,
  }),
  async run(tx, actor, { ticketId, version, teamId, reason, keepAssignees }): Promise<Changed> {
    const ticket = await begin(tx, actor, "passOn", { ticketId, version, fields: ["teamId", "assigneeIds"] });
    const stay = move(ticket, "passOn");
    if ((await teamAmong(tx, teamId)) === ticket.teamId)
      throw new Invalid({ teamId: togetherPhrase("isTheirsAlready") });
    const leaves = !keepAssignees && ticket.assigneeIds.length > 0;
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketPassedOn({ reason }),
      patch: {
        teamId,
        ...(leaves && { assigneeIds: [] }),
        status: leaves ? move({ ...ticket, assigneeIds: [] }, "unassignLast") : stay,
      },
    });
    return changed;
  },
});
