import { expect, it } from "vitest";
import type { Json, StoredEvent } from "../../platform/events.ts";
import { lineOf, subjectName, unnamedIn, type KnownNames } from "./lines.ts";

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
  expect(lineOf(told, area, { locale: "de" })).toEqual({
    name: "Rücksendung",
    changes: [
      { setting: "Team der Art", change: "nichts → 1st level" },
      { setting: "names", change: "Retoure → Rücksendung" },
      { setting: "statuses", change: "+ Gelöst, − Wartend" },
      { setting: "options", change: "Ja, Nein → Nein, Ja" },
      { setting: "hasRating", change: "ja → nein" },
      { setting: "reopenDays", change: "1.400 → 14" },
    ],
  });
});

it("names settings of which it is only known that they changed", () => {
  expect(lineOf(event({ name: "1st level", changed: ["teamId", "members"] }), area, { locale: "en" })).toEqual({
    name: "1st level",
    changes: [{ setting: "Team" }, { setting: "members" }],
  });
  expect(lineOf(event({}), undefined, { locale: "en" })).toEqual({ name: "", changes: [] });
});

it("says of a part to what it belongs", () => {
  const part = event({ name: { en: "Colour?", de: "Farbe?" }, of: { en: "Return", de: "Rücksendung" } });
  expect(lineOf(part, area, { locale: "de" }).name).toBe("Farbe? · Rücksendung");
  expect(subjectName(part, { locale: "en" })).toBe("Return");
});

it("looks up what things are called that are named by their ids, and says of secrets only that they changed", () => {
  const told = event({
    personId: 7,
    changes: {
      members: {
        from: [{ kind: "person", id: 7 }],
        to: [
          { kind: "person", id: 7 },
          { kind: "person", id: 8 },
        ],
      },
      teamId: { from: null, to: { kind: "team", id: 9 } },
      secret: { from: { hidden: true }, to: { hidden: true } },
      text: { from: "x".repeat(5000), to: "" },
    },
  });
  const ids = unnamedIn([told]);
  expect(ids).toEqual(
    new Map([
      ["ticket-type", [1]],
      ["person", [7, 8]],
      ["team", [9]],
    ]),
  );
  const names: KnownNames = new Map<string, ReadonlyMap<number, Json>>([
    ["ticket-type", new Map([[1, { en: "Return", de: "Rücksendung" }]])],
    ["person", new Map([[7, "Ann"]])],
  ]);
  expect(lineOf(told, area, { locale: "de", names })).toEqual({
    name: "Rücksendung · Ann",
    changes: [
      { setting: "Team der Art", change: "nichts → #9" },
      { setting: "members", change: "+ #8" },
      { setting: "secret" },
      { setting: "text", change: `${"x".repeat(150)} … → nichts` },
    ],
  });
  expect(subjectName(told, { locale: "en", names })).toBe("Return");
});
