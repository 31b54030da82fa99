import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { listAgents, listTeams } from "../../people/index.ts";
import type { TicketType } from "../rules/ticket.ts";
import { phrase } from "../words.ts";

/** The ids, once each. Throws `Invalid` when one of them does not work at the desk (any more). */
export const agentsAmong = async (tx: Tx, personIds: readonly number[]): Promise<number[]> => {
  if (personIds.length === 0) return [];
  const agents = new Set((await listAgents(tx)).map(({ id }) => id));
  if (!personIds.every((personId) => agents.has(personId))) throw new Invalid({ assigneeIds: phrase("notAnAgent") });
  return [...new Set(personIds)];
};

/** A team that is offered, or the one that it is now. Throws `Invalid`. */
export const teamAmong = async (tx: Tx, teamId: number, now: number | null = null): Promise<number> => {
  const team = (await listTeams(tx)).find(({ id }) => id === teamId);
  if (!team) throw new Invalid({ teamId: phrase("noSuchTeam") });
  if (team.isRetired && teamId !== now) throw new Invalid({ teamId: phrase("teamRetired") });
  return teamId;
};

/** Where something new goes that follows from something old: to the old one's team, or where it is retired, to the type's. */
export const teamAfter = async (
  tx: Tx,
  { teamId, type }: { teamId: number | null; type: Pick<TicketType, "teamId"> },
): Promise<number | null> => {
  const isRetired = (await listTeams(tx)).some((team) => team.id === teamId && team.isRetired);
  return isRetired ? type.teamId : teamId;
};
