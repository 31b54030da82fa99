import type { Preset } from "./preset.ts";

/** B: 1st level, 2nd level and technical support; many requests wait for one technical ticket. */
export const levels: Preset = {
  key: "levels",
  teams: [
    { key: "first", level: "first", names: { en: "1st level", de: "1st Level" } },
    { key: "second", level: "second", names: { en: "2nd level", de: "2nd Level" } },
    { key: "technical", level: "technical", names: { en: "Technical support", de: "Technischer Support" } },
  ],
  types: [
    { key: "service_request", team: "first" },
    { key: "technical", kind: "technical", team: "technical", facts: { hasRating: false, needsFeedback: false } },
  ],
  targets: [{ type: "service_request", firstResponse: "9 h", nextResponse: "9 h" }],
};
