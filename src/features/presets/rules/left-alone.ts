import type { Json } from "../../../platform/events.ts";
import type { Names } from "../../ticket-types/rules/index.ts";
import type { PresetKey } from "./preset.ts";

/** A setting of a type that a preset wants differently, and that stays, because somebody or another preset has set it. */
export interface LeftAlone {
  preset: PresetKey;
  type: Names;
  /** As the log of types calls it. */
  setting: string;
  is: Json;
  wanted: Json;
}
