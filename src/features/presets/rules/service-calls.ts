import type { Preset } from "./preset.ts";

/** C: calls with product, version and module, by mail and telephone in one list, with result, order and planned version. */
export const serviceCalls: Preset = {
  key: "service_calls",
  teams: [
    { key: "hotline", level: "first", names: { en: "Hotline", de: "Hotline" } },
    { key: "programming", level: "technical", names: { en: "Programming", de: "Programmierung" } },
  ],
  types: [
    { key: "service_call", team: "hotline", facts: { asksProduct: "required" } },
    {
      key: "technical",
      kind: "technical",
      team: "programming",
      facts: { asksProduct: "optional", hasRating: false, needsFeedback: false },
    },
  ],
  targets: [{ type: "service_call", firstResponse: "4 h", nextResponse: "9 h" }],
};
