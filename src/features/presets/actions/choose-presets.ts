import { z } from "zod";
import { act, action } from "../../../platform/act.ts";
import { hasRole, personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Db } from "../../../platform/db/db.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { checkbox } from "../../../platform/input.ts";
import { endType, listTicketTypes } from "../../ticket-types/index.ts";
import { presetsChosen } from "../events.ts";
import { presetKeys, presetsFor, unusedTypes, type PresetKey } from "../rules/index.ts";
import type { LeftAlone } from "../rules/left-alone.ts";
import { saveChosen } from "../store.ts";
import { phrase, words } from "../words.ts";
import { addTargets } from "./add-targets.ts";
import { ensureTeams } from "./ensure-teams.ts";
import { setUpType } from "./set-up-type.ts";

interface Chosen {
  presets: readonly PresetKey[];
  /** What stays otherwise than they want it. */
  left: readonly LeftAlone[];
}

export const choosePresets = action({
  name: "presets.choose",
  description:
    "Sets the desk up for ways of working: types, forms, procedures, teams and promises. Adds what is missing.",
  input: z.object({
    presets: z.preprocess(
      (value): unknown => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
      z.array(z.enum(presetKeys)),
    ),
    /** Types that none of them uses are no longer offered; their tickets go on. */
    retireOthers: checkbox,
    /** What somebody, or a preset, has set already is set as these want it; else it stays. */
    overwrite: checkbox,
  }),
  async run(tx, actor, { presets: keys, retireOthers, overwrite }): Promise<Chosen> {
    if (!hasRole(actor, "administrator")) throw new Forbidden();
    if (keys.length === 0) throw new Invalid({ presets: phrase("chooseOne") });
    const chosen = presetsFor(keys);
    const left: LeftAlone[] = [];
    for (const preset of chosen) {
      const teamIds = await ensureTeams(tx, actor, preset.teams);
      for (const wanted of preset.types)
        left.push(...(await setUpType(tx, actor, { preset: preset.key, wanted, teamIds, overwrite })));
      await addTargets(tx, actor, preset.targets);
    }
    const unused = retireOthers ? unusedTypes(chosen) : [];
    const retired = (await listTicketTypes(tx)).filter(({ key, isRetired }) => !isRetired && unused.includes(key));
    for (const { id: ticketTypeId } of retired) await endType.run(tx, actor, { ticketTypeId, to: "retire" });
    await saveChosen(tx, { keys, personId: personIdOf(actor) });
    await record(tx, actor, presetsChosen({ presets: keys.map(namesOf), retired: retired.map(({ names }) => names) }));
    return { presets: keys, left };
  },
});

/** What would stay otherwise than the presets want it: chosen in a transaction that is taken back. */
export const rehearsePresets = async (db: Db, actor: Actor, input: unknown): Promise<readonly LeftAlone[]> => {
  const rehearsal = action({
    ...choosePresets,
    run: async (tx, who, { overwrite: _, ...chosen }): Promise<never> => {
      throw new Rehearsed((await choosePresets.run(tx, who, { ...chosen, overwrite: false })).left);
    },
  });
  try {
    return await act(db, actor, rehearsal, input);
  } catch (error) {
    if (error instanceof Rehearsed) return error.left;
    throw error;
  }
};

class Rehearsed extends Error {
  readonly left: readonly LeftAlone[];
  constructor(left: readonly LeftAlone[]) {
    super("nothing of this was meant");
    this.left = left;
  }
}

const namesOf = (key: PresetKey) => ({ en: words.en.presets[key].name, de: words.de.presets[key].name });
