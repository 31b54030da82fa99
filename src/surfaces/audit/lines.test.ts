import { expect, it } from "vitest";
import type { StoredEvent } from "../../platform/events.ts";
import { lineOf, subjectName } from "./lines.ts";

const event = (payload: StoredEvent["payload"]): StoredEvent => ({
  id: 1,
  at: new Date("2026-03-02T09:00:00Z"),
  name: "ticket-type.changed",
  subject: { kind: "ticket-type", id: 1 },
  actor: { kind: "agent", id: 1, name: "Ada" },
  payload,
});
const area = {
  label: { en: "Types", de: "Arten" },
  settings: { en: { teamId: "Team" }, de: { teamId: "Team der Art" } },
};

it("says what was before and is now in the reader's language", () => {
  const told = event({
    name: { en: "Return", de: "Rücksendung" },
    changes: {
      names: { from: { en: "Return", de: "Retoure" }, to: { en: "Return", de: "Rücksendung" } },
      teamId: { from: null, to: "1st level" },
      statuses: {
        from: [
          { en: "Open", de: "Offen" },
          { en: "Waiting", de: "Wartend" },
        ],
        to: [
          { en: "Open", de: "Offen" },
          { en: "Resolved", de: "Gelöst" },
        ],
      },
      options: { from: ["Ja", "Nein"], to: ["Nein", "Ja"] },
      hasRating: { from: true, to: false },
      reopenDays: { from: 1400, to: 14 },
    },
  });
  expect(lineOf(told, area, "de")).toEqual({
    name: "Rücksendung",
    changes: [
      { setting: "names", change: "Retoure → Rücksendung" },
      { setting: "Team der Art", change: "nichts → 1st level" },
      { setting: "statuses", change: "+ Gelöst, − Wartend" },
      { setting: "options", change: "Ja, Nein → Nein, Ja" },
      { setting: "hasRating", change: "ja → nein" },
      { setting: "reopenDays", change: "1.400 → 14" },
    ],
  });
});

it("names settings of which it is only known that they changed", () => {
  expect(lineOf(event({ name: "1st level", changed: ["teamId", "members"] }), area, "en")).toEqual({
    name: "1st level",
    changes: [{ setting: "Team" }, { setting: "members" }],
  });
  expect(lineOf(event({}), undefined, "en")).toEqual({ name: "", changes: [] });
});

it("says of a part to what it belongs", () => {
  const part = event({ name: { en: "Colour?", de: "Farbe?" }, of: { en: "Return", de: "Rücksendung" } });
  expect(lineOf(part, area, "de").name).toBe("Farbe? · Rücksendung");
  expect(subjectName(part, "en")).toBe("Return");
});
