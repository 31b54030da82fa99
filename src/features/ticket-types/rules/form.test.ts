import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paperField } from "../../../../test/support/paper-ticket.ts";
import { changedAnswers } from "./answers.ts";
import { askedFields, checkAnswers, missingFields } from "./form.ts";
import { faultsOf } from "./form-settings.ts";
import { fieldKinds, type FieldKind, type FormField } from "./type.ts";

const option = (key: string, isRetired = false) => ({ key, en: key, de: key, isRetired });

const form = [
  paperField("error", { kind: "yes_no", isRequired: true }),
  paperField("har", { kind: "file", condition: { field: "error", isAnyOf: ["yes"] } }),
  paperField("affected", { kind: "choice", isRequired: true, options: [option("all"), option("some")] }),
  paperField("who", { isRequired: true, condition: { field: "affected", isAnyOf: ["some"] } }),
  paperField("level", { audience: "agents", isRequired: true }),
];

const keys = (fields: readonly FormField[]): string[] => fields.map(({ key }) => key);
const asked = (given: Record<string, unknown>, audience: "customers" | "agents" = "customers") =>
  keys(askedFields({ fields: form, given, audience }));
const missing = (given: Record<string, unknown>, audience: "customers" | "agents" = "customers") =>
  keys(missingFields({ fields: form, given, audience }));

describe("which questions are asked", () => {
  it.each([
    [{}, ["error", "affected"]],
    [{ error: "yes" }, ["error", "har", "affected"]],
    [{ error: ["no"] }, ["error", "affected"]],
    [{ error: true, affected: "some" }, ["error", "har", "affected", "who"]],
    // What is no answer opens nothing.
    [{ affected: "nobody" }, ["error", "affected"]],
  ])("after %j: %j", (given, expected) => {
    expect(asked(given)).toEqual(expected);
  });

  it("asks agents what is theirs", () => {
    expect(asked({}, "agents")).toEqual(["error", "affected", "level"]);
  });

  it("follows chains, and breaks off where one is not asked", () => {
    const chain = [
      paperField("a", { kind: "yes_no" }),
      paperField("b", { kind: "yes_no", condition: { field: "a", isAnyOf: ["yes"] } }),
      paperField("c", { isRequired: true, condition: { field: "b", isAnyOf: ["yes"] } }),
    ];
    const given = { b: "yes", c: "words" };
    expect(keys(askedFields({ fields: chain, given: { a: "yes", ...given }, audience: "customers" }))).toEqual([
      "a",
      "b",
      "c",
    ]);
    const hidden = { fields: chain, given: { a: "no", ...given }, audience: "customers" } as const;
    expect(keys(askedFields(hidden))).toEqual(["a"]);
    expect(checkAnswers(hidden)).toEqual({ answers: { a: false }, problems: {} });
    expect(missingFields(hidden)).toEqual([]);
  });

  it("does not ask what is retired, nor what hangs on it", () => {
    const fields = form.map((field) => (field.key === "affected" ? { ...field, isRetired: true } : field));
    expect(keys(askedFields({ fields, given: { affected: "some" }, audience: "customers" }))).toEqual(["error"]);
  });
});

describe("what is missing", () => {
  it("is what is asked, required and not answered", () => {
    expect(missing({})).toEqual(["error", "affected"]);
    expect(missing({ error: "no", affected: "some", who: "  " })).toEqual(["who"]);
    expect(missing({ error: "no", affected: "all" }, "agents")).toEqual(["level"]);
  });
});

describe("answers by kind", () => {
  const choices = { options: [option("x"), option("y"), option("old", true)] };
  it.each<[FieldKind, unknown, unknown]>([
    ["line", "  Chrome ", { answer: "Chrome" }],
    ["line", "x".repeat(301), { problem: "tooLong" }],
    ["line", ["a", "b"], { problem: "notWords" }],
    ["text", "one\r\ntwo", { answer: "one\ntwo" }],
    ["text", "x".repeat(10_001), { problem: "tooLong" }],
    ["choice", "x", { answer: "x" }],
    ["choice", "old", { problem: "notAChoice" }],
    ["choice", "z", { problem: "notAChoice" }],
    ["choices", ["y", "x", "y", ""], { answer: ["x", "y"] }],
    ["choices", "x", { answer: ["x"] }],
    ["choices", ["x", "z"], { problem: "notAChoice" }],
    ["number", "1,5", { answer: 1.5 }],
    ["number", "-3", { answer: -3 }],
    ["number", "a lot", { problem: "notANumber" }],
    ["number", Number.NaN, { problem: "notANumber" }],
    ["date", "2026-02-28", { answer: "2026-02-28" }],
    ["date", "2026-02-30", { problem: "notADate" }],
    ["date", "28.02.2026", { problem: "notADate" }],
    ["yes_no", "no", { answer: false }],
    ["yes_no", "perhaps", { problem: "notYesOrNo" }],
    ["file", ["shop.har", ""], { answer: ["shop.har"] }],
    ["file", Array.from({ length: 21 }, () => "x"), { problem: "tooLong" }],
    ["line", "", {}],
    ["choices", ["", ""], {}],
    ["number", null, {}],
  ])("%s: %j", (kind, given, expected) => {
    const { answers, problems } = checkAnswers({
      fields: [paperField("field", { kind, ...choices })],
      given: { field: given },
      audience: "customers",
    });
    expect({
      ...("field" in answers && { answer: answers["field"] }),
      ...("field" in problems && { problem: problems["field"] }),
    }).toEqual(expected);
  });
});

describe("answers that change", () => {
  const change = (before: Record<string, never> | Record<string, string | boolean>, given: Record<string, unknown>) =>
    changedAnswers({ fields: form, audience: "agents" }, { before, given });

  it("keep what is not given, lose what is taken away and what a condition hides", () => {
    const before = { error: false, affected: "some", who: "Ann" };
    expect(change(before, { level: "2" }).answers).toEqual({ ...before, level: "2" });
    expect(change(before, { error: null }).answers).toEqual({ affected: "some", who: "Ann" });
    expect(change(before, { affected: "all" }).answers).toEqual({ error: false, affected: "all" });
  });

  it("keep what the form no longer asks for", () => {
    expect(change({ earlier: "kept" }, { error: "yes" }).answers).toEqual({ earlier: "kept", error: true });
  });

  it("are not refused for an old answer that no longer fits", () => {
    const { answers, problems } = change({ affected: "gone" }, { error: "yes" });
    expect(problems).toEqual({});
    expect(answers).toEqual({ affected: "gone", error: true });
    expect(change({}, { affected: "gone" }).problems).toEqual({ affected: "notAChoice" });
  });
});

/** Any form at all, also such as the settings would refuse. */
const anyForm = fc
  .uniqueArray(fc.constantFrom("a", "b", "c", "d", "e", "constructor"), { maxLength: 6 })
  .chain((names) =>
    fc.tuple(
      ...names.map((key) =>
        fc.record({
          key: fc.constant(key),
          kind: fc.constantFrom(...fieldKinds),
          isRequired: fc.boolean(),
          isRetired: fc.boolean(),
          audience: fc.constantFrom("customers" as const, "agents" as const),
          options: fc.constant([option("x"), option("y"), option("old", true)]),
          condition: fc.option(
            fc.record({
              field: fc.constantFrom("a", "b", "c", "d", "e", "f", "constructor"),
              isAnyOf: fc.subarray(["x", "y", "old", "yes", "no"]),
            }),
            { nil: null },
          ),
        }),
      ),
    ),
  );
const anyAnswer = fc.oneof(
  fc.constantFrom<unknown>("x", "y", "old", "yes", "no", "", "1,5", "2026-02-28", true, false, 3, null, undefined),
  fc.array(fc.constantFrom("x", "y", "", "shop.har"), { maxLength: 3 }),
  fc.string(),
  fc.double(),
);
const anyFilled = fc.record({
  fields: anyForm.map((facts) => facts.map(({ key, ...rest }) => paperField(key, rest))),
  given: fc.dictionary(fc.constantFrom("a", "b", "c", "d", "e", "constructor", "other"), anyAnswer),
  audience: fc.constantFrom("customers" as const, "agents" as const),
});

describe("for any form and any answers", () => {
  it("no hidden question blocks or is stored", () => {
    fc.assert(
      fc.property(anyFilled, (filled) => {
        const visible = keys(askedFields(filled));
        const { answers, problems } = checkAnswers(filled);
        for (const key of [...Object.keys(answers), ...Object.keys(problems), ...keys(missingFields(filled))])
          expect(visible).toContain(key);
      }),
    );
  });

  it("accepted answers are accepted again, and nothing is missing that was not before", () => {
    fc.assert(
      fc.property(anyFilled, (filled) => {
        const { answers } = checkAnswers(filled);
        const again = { ...filled, given: JSON.parse(JSON.stringify(answers)) as Record<string, unknown> };
        expect(checkAnswers(again)).toEqual({ answers, problems: {} });
        expect(keys(askedFields(again))).toEqual(keys(askedFields(filled)));
        expect(keys(missingFields(again))).toEqual(keys(missingFields(filled)));
      }),
    );
  });

  it("a form without faults can be filled in: every question is asked by some answers", () => {
    fc.assert(
      fc.property(anyFilled, ({ fields }) => {
        fc.pre(faultsOf(fields).length === 0);
        for (const field of fields.filter(({ isRetired }) => !isRetired)) {
          const given = answersThatAsk(field, fields);
          expect(keys(askedFields({ fields, given, audience: field.audience }))).toContain(field.key);
        }
      }),
      { numRuns: 300 },
    );
  });
});

const answersThatAsk = ({ condition }: FormField, fields: readonly FormField[]): Record<string, unknown> => {
  const on = fields.find(({ key }) => key === condition?.field);
  return on && condition ? { ...answersThatAsk(on, fields), [on.key]: condition.isAnyOf[0] } : {};
};
