import { act } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Reader } from "../../../platform/db/db.ts";
import type { Effect } from "../../../platform/events.ts";
import { listAgents, listTeams } from "../../people/index.ts";
import { assignByRule } from "../actions/assign-by-rule.ts";
import type { Changes } from "../rules/changes.ts";
import type { Ticket } from "../rules/ticket.ts";

/** Where a ticket begins its way, or is sent on another one. */
const arrivals: ReadonlySet<string> = new Set(["ticket.opened", "ticket.submitted"]);

/** After whatever brings a ticket to a team: opening it, changing its team, passing it on. */
export const assignNext: Effect = {
  name: "tickets.assign-by-rule",
  async run({ db }, event) {
    const { teamId } = (event.payload["changes"] ?? {}) as Changes;
    if (!arrivals.has(event.name) && (teamId === undefined || teamId.to === null)) return;
    await act(db, system("tickets"), assignByRule, { ticketId: event.subject.id });
  },
};

/** Whether the ticket's team has somebody to whom its rule gives it: he gets a mail of his own, and the others none. */
export const isGivenByRule = async (
  db: Reader,
  { teamId, assigneeIds }: Pick<Ticket, "teamId" | "assigneeIds">,
): Promise<boolean> => {
  if (teamId === null || assigneeIds.length > 0) return false;
  const team = (await listTeams(db)).find(({ id }) => id === teamId);
  if (!team || team.assigneeRule === "nobody") return false;
  const agents = new Set((await listAgents(db)).map(({ id }) => id));
  return team.assigneeRule === "person"
    ? team.assigneeId !== null && team.memberIds.includes(team.assigneeId) && agents.has(team.assigneeId)
    : team.memberIds.some((id) => agents.has(id));
};
