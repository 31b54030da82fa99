import type { Tx } from "../../platform/db/db.ts";
import { chooseAssignee } from "./rules/assignees.ts";
import { listAgents } from "./store/people.ts";
import { getTeam, lockLastAssignee, setLastAssignee } from "./store/teams.ts";

/**
 * Who gets what has come to the team, by its rule; undefined when nobody is meant. The team stays locked until the
 * transaction ends, so that of two tickets at the same moment the second goes to the next one in turn. `loadsOf` says how
 * much each of them works on; it is asked only where that matters.
 */
export const nextAssignee = async (
  tx: Tx,
  teamId: number,
  loadsOf: (personIds: readonly number[]) => Promise<ReadonlyMap<number, number>>,
): Promise<number | undefined> => {
  const lastId = await lockLastAssignee(tx, teamId);
  const { assigneeRule: rule, assigneeId: personId, memberIds: all } = await getTeam(tx, teamId);
  if (rule === "nobody") return undefined;
  const agents = new Set((await listAgents(tx)).map(({ id }) => id));
  const memberIds = all.filter((id) => agents.has(id));
  const loads = rule === "least_busy" ? await loadsOf(memberIds) : new Map<number, number>();
  const chosen = chooseAssignee({ rule, memberIds, personId, lastId, loads });
  if (chosen !== undefined) await setLastAssignee(tx, teamId, chosen);
  return chosen;
};
