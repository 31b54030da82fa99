import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { listTeams } from "../../people/index.ts";
import { phrase } from "../words.ts";

/** What teams are called, for the log. Throws `Invalid` when the chosen one does not exist. */
export const teamNamesFor = async (
  tx: Tx,
  { teamId }: { teamId?: number | null | undefined },
): Promise<Map<number, string>> => {
  const names = new Map((await listTeams(tx)).map(({ id, name }) => [id, name]));
  if (teamId && !names.has(teamId)) throw new Invalid({ teamId: phrase("noSuchTeam") });
  return names;
};
