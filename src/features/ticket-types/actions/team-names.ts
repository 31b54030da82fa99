import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { listTeams } from "../../people/index.ts";
import { phrase } from "../words.ts";

/** What teams are called, for the log. Throws `Invalid` when the chosen one does not exist, or is retired. */
export const teamNamesFor = async (
  tx: Tx,
  { teamId }: { teamId?: number | null | undefined },
): Promise<Map<number, string>> => {
  const teams = await listTeams(tx);
  const names = new Map(teams.map(({ id, name }) => [id, name]));
  if (teamId && !teams.some(({ id, isRetired }) => id === teamId && !isRetired))
    throw new Invalid({ teamId: phrase("noSuchTeam") });
  return names;
};
