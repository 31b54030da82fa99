import { z } from "zod";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { teamDeleted, teamRestored, teamRetired } from "../events.ts";
import { deleteTeam, lockTeam, setTeamRetired } from "../store/teams.ts";
import type { Team } from "../types.ts";
import { must } from "./guards.ts";

export const teamEndInput = z.object({ teamId: id, to: z.enum(["retire", "restore", "delete"]) });
export type TeamEnd = z.output<typeof teamEndInput>;

/**
 * Retires a team, brings it back, or deletes one that nothing names. Not an action of its own: types, addresses and tickets may
 * name it, and only the tickets' feature knows all of them; its action calls this, and refuses by throwing.
 */
export const writeTeamEnd = async (
  tx: Tx,
  actor: Actor,
  { teamId, to }: TeamEnd,
  refuse: (team: Team) => Promise<void>,
): Promise<void> => {
  must(actor, "changeTeams");
  const team = await lockTeam(tx, teamId);
  if (to === "delete") {
    await refuse(team);
    await deleteTeam(tx, teamId);
    await record(tx, actor, teamDeleted(teamId, team.name));
    return;
  }
  const isRetired = to === "retire";
  if (team.isRetired === isRetired) return;
  if (isRetired) await refuse(team);
  await setTeamRetired(tx, teamId, isRetired);
  await record(tx, actor, (isRetired ? teamRetired : teamRestored)(teamId, team.name));
};
