import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Invalid } from "./errors.ts";
import { parseInput } from "./act.ts";
import { address, checkbox, id, optionalWords, words } from "./input.ts";

const input = z.object({
  subject: words(10),
  note: optionalWords(5),
  email: address,
  person: id,
  kind: z.enum(["a", "b"]),
  agreed: checkbox,
});
const good = { subject: "s", email: "a@b.example", person: "7", kind: "a" };
const refusals = (raw: Record<string, unknown>): Record<string, string> => {
  try {
    parseInput(input, raw);
    return {};
  } catch (error) {
    return Object.fromEntries(
      Object.entries((error as Invalid).fields).map(([name, phrase]) => [name, phrase.say("en")]),
    );
  }
};

describe("input of actions", () => {
  it("is trimmed, lower-cased and numbered as the schema says", () => {
    expect(
      parseInput(input, { ...good, subject: "  two\r\nlines ", email: " Cy@Acme.Example ", agreed: "on" }),
    ).toEqual({
      subject: "two\nlines",
      note: "",
      email: "cy@acme.example",
      person: 7,
      kind: "a",
      agreed: true,
    });
  });

  it.each([
    ["a missing field", { subject: undefined }, { subject: "Fill this in." }],
    ["blanks only", { subject: "   " }, { subject: "Fill this in." }],
    ["too many characters", { subject: "x".repeat(11) }, { subject: "Use at most 10 characters." }],
    ["too many optional characters", { note: "123456" }, { note: "Use at most 5 characters." }],
    ["no address", { email: "cy" }, { email: "Write an e-mail address like name@example.com." }],
    ["an empty address", { email: "" }, { email: "Fill this in." }],
    ["an unknown choice", { kind: "c" }, { kind: "Choose one of the options." }],
    ["words for a number", { person: "seven" }, { person: "Write a number." }],
    ["nothing chosen", { person: "" }, { person: "Choose one of the options." }],
    ["a number that no row has", { person: "-1" }, { person: "Write a number." }],
  ])("says of %s what is wanted instead", (_what, change, expected) => {
    expect(refusals({ ...good, ...change })).toEqual(expected);
  });

  it("takes umlauts in addresses (RFC 6531)", () => {
    expect(parseInput(address, "jürgen@müller.example")).toBe("jürgen@müller.example");
  });
});
