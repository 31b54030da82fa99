export { choosePresets } from "./actions/choose-presets.ts";
export { presetKeys, type PresetKey } from "./rules/index.ts";
