import type { Preset, PresetTarget } from "./preset.ts";

const promised = (name: string, firstResponse: string, resolution: string): PresetTarget => ({
  package: name,
  firstResponse,
  nextResponse: firstResponse,
  resolution,
});

/** A: organisations with care packages and seats, service requests and malfunctions, waiting and closing by rule. */
export const carePackages: Preset = {
  key: "care_packages",
  teams: [{ key: "desk", level: "first", names: { en: "Service desk", de: "Service-Desk" } }],
  types: [
    { key: "service_request", team: "desk", facts: { remindAfterDays: 25, closeAfterDays: 5, reopenDays: 14 } },
    { key: "malfunction", team: "desk", facts: { remindAfterDays: 30, closeAfterDays: 5, reopenDays: 14 } },
  ],
  targets: [
    promised("Basic", "18 h", "90 h"),
    promised("Bronze", "9 h", "63 h"),
    promised("Silver", "4 h", "36 h"),
    promised("Gold", "2 h", "18 h"),
    { type: "malfunction", priority: "blocker", firstResponse: "1 h", nextResponse: "2 h", resolution: "9 h" },
  ],
};
