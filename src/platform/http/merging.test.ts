import { expect, it } from "vitest";
import { formOf } from "./form.ts";
import { formsIn } from "./form-fields.ts";
import { basisField, mergedForm } from "./merging.ts";
import { withBases } from "./merging.ts";
import type { Ask } from "./route.ts";

const page = (fields: string): string =>
  `<body><form id="f" action="/x" method="post" data-merges>${fields}</form></body>`;
const text = (name: string, value: string): string => `<input name="${name}" value="${value}">`;
const ask = (fields: Record<string, string> = {}): Ask =>
  ({
    url: "/admin/x",
    headers: {},
    form: formOf({ fields: new Map(Object.entries(fields).map(([name, value]) => [name, [value]])) }),
  }) as unknown as Ask;

const basisIn = (html: string): string => /name="basis" value="([^"]+)"/.exec(html)?.[1] ?? "";

/** What is saved when somebody to whom `shown` was shown sends `sent`, while `now` stands there. */
const merge = (shown: string, sent: Record<string, string | string[]>, now: string) => {
  const basis = JSON.parse(Buffer.from(basisIn(withBases(page(shown), ask(), false)), "base64url").toString()) as never;
  const form = formOf({ fields: new Map(Object.entries(sent).map(([name, value]) => [name, [value].flat()])) });
  const [current] = formsIn(page(now));
  const merged = mergedForm(form, basis, current!);
  const fields = Object.fromEntries([...merged.fields].filter(([name]) => name !== basisField));
  const asked = Object.fromEntries(
    Object.entries(merged.changedMeanwhile).map(([name, phrase]) => [name, phrase.say("en")]),
  );
  return { fields, asked };
};

it("keeps what others changed where the sender changed nothing", () => {
  const shown = text("a", "1") + text("b", "1");
  expect(merge(shown, { a: "2", b: "1" }, text("a", "1") + text("b", "3"))).toEqual({
    fields: { a: ["2"], b: ["3"] },
    asked: {},
  });
});

it("asks where both changed the same, saying what it is now, and not where both made it the same", () => {
  const shown = text("a", "1") + text("b", "1");
  const { fields, asked } = merge(shown, { a: "2", b: "2" }, text("a", "3") + text("b", "2"));
  expect(fields).toEqual({ a: ["2"], b: ["2"] });
  expect(Object.keys(asked)).toEqual(["a"]);
  expect(asked["a"]).toContain("now “3”");
});

it("compares boxes, lists and texts as browsers send them, and says choices in their words", () => {
  const form = (state: { ticked?: boolean; chosen?: string; text?: string }) =>
    `<label><input type="checkbox" name="days" value="1"${state.ticked ? " checked" : ""}>Monday</label>` +
    `<select name="team"><option value="">None</option><option value="7"${state.chosen === "7" ? " selected" : ""}>First level</option>` +
    `<option value="8"${state.chosen === "8" ? " selected" : ""}>Field</option></select>` +
    `<textarea name="note">${state.text ?? "one\ntwo &amp; three"}</textarea>`;
  const untouched = { team: "", note: "one\r\ntwo & three" };
  expect(merge(form({}), untouched, form({ ticked: true, chosen: "7", text: "new" })).fields).toEqual({
    days: ["1"],
    team: ["7"],
    note: ["new"],
  });
  const { asked } = merge(form({}), { ...untouched, team: "8" }, form({ chosen: "7" }));
  expect(asked["team"]).toContain("“First level”");
});

it("puts rows of two people not together: they move when one comes or goes", () => {
  const rows = (...names: string[]) => names.map((name, row) => text(`special.${row}.name`, name)).join("");
  const { fields, asked } = merge(
    rows("May day", ""),
    { "special.0.name": "First of May", "special.1.name": "" },
    rows("Epiphany", "May day"),
  );
  expect(fields).toEqual({ "special.0.name": ["First of May"], "special.1.name": [""] });
  expect(Object.keys(asked)).toEqual(["special.0.name", "special.1.name"]);
  // Who changed no row gets all of them.
  expect(
    merge(rows("May day", ""), { "special.0.name": "May day", "special.1.name": "" }, rows("Epiphany", "May day"))
      .fields,
  ).toEqual({ "special.0.name": ["Epiphany"], "special.1.name": ["May day"] });
});

it("lets a form that came back keep what it was compared with, whatever stands in its fields", () => {
  const first = basisIn(withBases(page(text("a", "1")), ask(), false));
  const again = withBases(page(text("a", "typed")), ask({ [basisField]: first }), true);
  expect(basisIn(again)).toBe(first);
  expect(withBases("<form id=f></form>", ask(), false)).not.toContain(basisField);
});
