import type { NewEvent } from "../../platform/events.ts";
import type { PresetKey } from "./rules/index.ts";

/** `retired`: keys of the types that are no longer offered. */
export const presetsChosen = (p: { presets: readonly PresetKey[]; retired: readonly string[] }): NewEvent => ({
  name: "presets.chosen",
  subject: { kind: "desk", id: 1 },
  payload: { presets: [...p.presets], retired: [...p.retired] },
});
