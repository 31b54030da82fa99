import type { Preset } from "./preset.ts";

/** E: partners with a first level of their own; mandatory facts, approval, confirmation and a documented solution. */
export const partners: Preset = {
  key: "partners",
  teams: [{ key: "second", level: "second", names: { en: "2nd level", de: "2nd Level" } }],
  types: [
    {
      key: "second_level",
      team: "second",
      statuses: ["open", "assigned", "in_progress", "waiting", "on_hold", "resolved", "closed", "cancelled"],
      facts: {
        creators: "members",
        hasRating: true,
        needsApproval: true,
        needsSolution: true,
        needsConfirmation: true,
        needsFeedback: true,
        reopenDays: 14,
      },
      fields: [
        {
          key: "customer_number",
          kind: "line",
          names: { en: "Customer number of the end customer", de: "Kundennummer des Endkunden" },
          isRequired: true,
        },
        { key: "domain", kind: "line", names: { en: "Domain", de: "Domain" }, isRequired: true },
        {
          key: "contact",
          kind: "line",
          names: { en: "Contact at the end customer", de: "Ansprechpartner beim Endkunden" },
          isRequired: true,
        },
        {
          key: "error_picture",
          kind: "text",
          names: { en: "Error picture", de: "Fehlerbild" },
          hints: {
            en: "What happens, since when, and what your first level has tried.",
            de: "Was geschieht, seit wann, und was Ihr 1st Level schon versucht hat.",
          },
          isRequired: true,
        },
        {
          key: "may_contact",
          kind: "yes_no",
          names: { en: "May we contact the end customer?", de: "Dürfen wir den Endkunden ansprechen?" },
          isRequired: true,
        },
      ],
      stages: [
        {
          names: { en: "Identify", de: "Identifizieren" },
          steps: [
            { en: "The mandatory facts are complete", de: "Die Pflichtangaben sind vollständig" },
            { en: "The end customer is known", de: "Der Endkunde ist bekannt" },
          ],
        },
        {
          names: { en: "Understand", de: "Verstehen" },
          steps: [
            { en: "The error is reproduced", de: "Der Fehler ist nachgestellt" },
            { en: "The cause is known", de: "Die Ursache ist bekannt" },
          ],
        },
        {
          names: { en: "Solve", de: "Lösen" },
          steps: [{ en: "A solution is worked out and tested", de: "Eine Lösung ist erarbeitet und getestet" }],
        },
        {
          names: { en: "Approve", de: "Freigeben" },
          steps: [{ en: "The partner has approved it", de: "Der Partner hat sie freigegeben" }],
        },
        {
          names: { en: "Carry out", de: "Durchführen" },
          steps: [
            { en: "A backup exists", de: "Eine Sicherung ist vorhanden" },
            { en: "The solution is carried out", de: "Die Lösung ist durchgeführt" },
          ],
        },
        {
          names: { en: "Confirm", de: "Bestätigen" },
          steps: [{ en: "The partner has tested it", de: "Der Partner hat sie geprüft" }],
        },
        { names: { en: "Feedback", de: "Feedback" }, steps: [] },
        {
          names: { en: "Document", de: "Dokumentieren" },
          steps: [{ en: "The solution is written down", de: "Die Lösung ist festgehalten" }],
        },
      ],
    },
  ],
  targets: [{ type: "second_level", firstResponse: "4 h", nextResponse: "9 h" }],
};
