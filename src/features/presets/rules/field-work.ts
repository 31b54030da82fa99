import type { Preset } from "./preset.ts";

/** D: work at the machine, begun as a draft, offered to technicians, rated when it is done, reopened by agents only. */
export const fieldWork: Preset = {
  key: "field_service",
  teams: [{ key: "technicians", level: "first", names: { en: "Technicians", de: "Technik" } }],
  types: [
    {
      key: "field_service",
      team: "technicians",
      statuses: ["draft", "open", "assigned", "in_progress", "waiting", "resolved", "closed", "cancelled"],
      facts: {
        creators: "everyone",
        hasPriority: false,
        hasRating: true,
        onlyAssigneesWrite: true,
        reopenDays: 0,
        closeResolvedAfterDays: 14,
      },
      fields: [
        {
          key: "machine",
          kind: "line",
          names: { en: "Which machine is it?", de: "Um welche Maschine geht es?" },
          hints: { en: "Serial number or name, as on the plate.", de: "Seriennummer oder Name, wie auf dem Schild." },
          isRequired: true,
        },
        {
          key: "site",
          kind: "line",
          names: { en: "Where does it stand?", de: "Wo steht sie?" },
          isRequired: false,
        },
        {
          key: "stands_still",
          kind: "yes_no",
          names: { en: "Does it stand still?", de: "Steht sie still?" },
          isRequired: true,
        },
      ],
    },
  ],
  targets: [{ type: "field_service", firstResponse: "4 h" }],
};
