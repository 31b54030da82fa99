import { carePackages } from "./care-packages.ts";
import { fieldWork } from "./field-work.ts";
import { levels } from "./levels.ts";
import { partners } from "./partners.ts";
import type { Preset, PresetKey } from "./preset.ts";
import { serviceCalls } from "./service-calls.ts";

export { presetKeys, type Preset, type PresetKey } from "./preset.ts";

/** The five ways of working, in the order in which they are offered. */
export const presets: readonly Preset[] = [carePackages, levels, serviceCalls, fieldWork, partners];

export const presetsFor = (keys: readonly PresetKey[]): readonly Preset[] =>
  presets.filter(({ key }) => keys.includes(key));

/** The types that none of the presets uses, of those that some preset knows: a new desk does without them. */
export const unusedTypes = (chosen: readonly Preset[]): readonly string[] => {
  const used = new Set(chosen.flatMap(({ types }) => types.map(({ key }) => key)));
  const known = new Set(presets.flatMap(({ types }) => types.map(({ key }) => key)));
  return [...known].filter((key) => !used.has(key));
};
