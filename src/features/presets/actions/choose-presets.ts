import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole, personIdOf } from "../../../platform/actor.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { checkbox } from "../../../platform/input.ts";
import { endType, listTicketTypes } from "../../ticket-types/index.ts";
import { presetsChosen } from "../events.ts";
import { presetKeys, presetsFor, unusedTypes, type PresetKey } from "../rules/index.ts";
import { saveChosen } from "../store.ts";
import { phrase, words } from "../words.ts";
import { addTargets } from "./add-targets.ts";
import { ensureTeams } from "./ensure-teams.ts";
import { setUpType } from "./set-up-type.ts";

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
  }),
  async run(tx, actor, { presets: keys, retireOthers }): Promise<{ presets: readonly PresetKey[] }> {
    if (!hasRole(actor, "administrator")) throw new Forbidden();
    if (keys.length === 0) throw new Invalid({ presets: phrase("chooseOne") });
    const chosen = presetsFor(keys);
    for (const preset of chosen) {
      const teamIds = await ensureTeams(tx, actor, preset.teams);
      for (const type of preset.types) await setUpType(tx, actor, type, teamIds);
      await addTargets(tx, actor, preset.targets);
    }
    const unused = retireOthers ? unusedTypes(chosen) : [];
    const retired = (await listTicketTypes(tx)).filter(({ key, isRetired }) => !isRetired && unused.includes(key));
    for (const { id: ticketTypeId } of retired) await endType.run(tx, actor, { ticketTypeId, to: "retire" });
    await saveChosen(tx, { keys, personId: personIdOf(actor) });
    await record(tx, actor, presetsChosen({ presets: keys.map(namesOf), retired: retired.map(({ names }) => names) }));
    return { presets: keys };
  },
});

const namesOf = (key: PresetKey) => ({ en: words.en.presets[key].name, de: words.de.presets[key].name });
