import { describe, expect, it } from "vitest";
import { paperField } from "../../../../test/support/paper-ticket.ts";
import { faultsOf, keyFrom, possibleConditions } from "./form-settings.ts";

const option = (key: string, isRetired = false) => ({ key, en: key, de: key, isRetired });
const who = paperField("who", { kind: "choice", options: [option("all"), option("some"), option("old", true)] });
const on = (field: string, ...isAnyOf: string[]) => ({ condition: { field, isAnyOf } });

describe("faults of a form", () => {
  it.each([
    ["a question that does not exist", [paperField("a", on("b", "yes"))], "conditionUnknown"],
    ["a question that comes later", [paperField("a", on("who", "some")), who], "conditionLater"],
    ["itself", [paperField("a", { kind: "yes_no", ...on("a", "yes") })], "conditionLater"],
    ["a retired question", [{ ...who, isRetired: true }, paperField("a", on("who", "some"))], "conditionRetired"],
    ["a question without choices", [paperField("a"), paperField("b", on("a", "yes"))], "conditionKind"],
    ["an option that is gone", [who, paperField("a", on("who", "some", "old"))], "conditionOption"],
    ["no answer at all", [who, paperField("a", on("who"))], "conditionEmpty"],
    [
      "what customers are not asked",
      [{ ...who, audience: "agents" as const }, paperField("a", on("who", "some"))],
      "conditionAudience",
    ],
  ])("hanging on %s", (_on, fields, fault) => {
    expect(faultsOf(fields)).toMatchObject([{ fault }]);
  });

  it("finds a circle wherever it begins", () => {
    const a = paperField("a", { kind: "yes_no", ...on("c", "yes") });
    const b = paperField("b", { kind: "yes_no", ...on("a", "yes") });
    const c = paperField("c", { kind: "yes_no", ...on("b", "yes") });
    for (const circle of [
      [a, b, c],
      [b, c, a],
      [c, b, a],
    ])
      expect(faultsOf(circle)).not.toEqual([]);
  });

  it("misses options, but not in what is retired", () => {
    const empty = paperField("a", { kind: "choices", options: [option("old", true)] });
    expect(faultsOf([empty])).toMatchObject([{ fault: "noOptions" }]);
    expect(faultsOf([{ ...empty, isRetired: true, ...on("nothing", "yes") }])).toEqual([]);
  });

  it("is content with a chain", () => {
    expect(
      faultsOf([
        who,
        paperField("error", { kind: "yes_no", ...on("who", "some") }),
        paperField("har", { kind: "file", ...on("error", "yes") }),
      ]),
    ).toEqual([]);
  });
});

it("offers as conditions what stands above and has choices", () => {
  const fields = [
    who,
    paperField("words"),
    { ...paperField("gone", { kind: "yes_no" }), isRetired: true },
    paperField("b"),
  ];
  expect(possibleConditions(fields, "b").map(({ key }) => key)).toEqual(["who"]);
  expect(possibleConditions(fields, "who")).toEqual([]);
  expect(possibleConditions(fields).map(({ key }) => key)).toEqual(["who"]);
});

it.each([
  ["Red error message?", [], "red_error_message"],
  ["Größe & Maß", [], "grosse_mass"],
  ["2nd line", [], "nd_line"],
  ["???", [], "field"],
  ["Browser", ["browser", "browser_2"], "browser_3"],
])("makes a key of %j", (name, taken, key) => {
  expect(keyFrom(name, taken)).toBe(key);
});
