import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { listAgents, listTeams } from "../../people/index.ts";
import { phrase } from "../words.ts";

/** The ids, once each. Throws `Invalid` when one of them does not work at the desk (any more). */
export const agentsAmong = async (tx: Tx, personIds: readonly number[]): Promise<number[]> => {
  if (personIds.length === 0) return [];
  const agents = new Set((await listAgents(tx)).map(({ id }) => id));
  if (!personIds.every((personId) => agents.has(personId))) throw new Invalid({ assigneeIds: phrase("notAnAgent") });
  return [...new Set(personIds)];
};

export const teamAmong = async (tx: Tx, teamId: number): Promise<number> => {
  if (!(await listTeams(tx)).some(({ id }) => id === teamId)) throw new Invalid({ teamId: phrase("noSuchTeam") });
  return teamId;
};
