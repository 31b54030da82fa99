import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { addTeam, listTeams } from "../../people/index.ts";
import { endTeam } from "../../tickets/index.ts";
import type { PresetTeam } from "../rules/preset.ts";

/** The teams of a preset by their key, in the desk's language. One of that name that exists already is taken. */
export const ensureTeams = async (
  tx: Tx,
  actor: Actor,
  teams: readonly PresetTeam[],
): Promise<ReadonlyMap<string, number>> => {
  const { locale } = await getDesk(tx);
  const known = await listTeams(tx);
  const ids = new Map<string, number>();
  for (const { key, level, names } of teams) {
    const name = names[locale];
    const existing = known.find((team) => team.name.toLowerCase() === name.toLowerCase());
    if (existing?.isRetired) await endTeam.run(tx, actor, { teamId: existing.id, to: "restore" });
    const id = existing?.id ?? (await addTeam.run(tx, actor, addTeam.input.parse({ name, level }))).teamId;
    ids.set(key, id);
  }
  return ids;
};
