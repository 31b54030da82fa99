import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passwordProblem } from "./passwords.ts";

const known = new Set(["password", "letmein", "1q2w3e4r5t", "dragon", "correct"]);
const problem = (password: string, { minimum = 10, email = "cy.kunde@acme.example" } = {}) =>
  passwordProblem({ password, email, minimum, isKnown: (each) => known.has(each) });

describe("a password", () => {
  it.each([
    ["neun Zeic", "tooShort"],
    ["", "tooShort"],
    ["x".repeat(64) + "yz!".repeat(22), "tooLong"],
    ["CY.Kunde@acme.example", "isAddress"],
    ["1Q2W3E4R5T", "tooCommon"],
    ["password123!", "tooCommon"],
    ["Passwort2024!", "tooCommon"],
    ["hallo12345", "tooCommon"],
    ["aaaaaaaaaaaa", "tooCommon"],
    ["1212121212", "tooCommon"],
    ["abcabcabcabc", "tooCommon"],
    ["1234567890", "tooCommon"],
    ["qwertz12345", "tooCommon"],
    ["asdfghjklöä", "tooCommon"],
    ["abcdefghijkl", "tooCommon"],
  ])("%j is refused as %s", (password, expected) => {
    expect(problem(password)).toBe(expected);
  });

  it.each([
    "vier Pferde im Regen",
    "Passwortlos glücklich",
    "correct horse battery",
    "x".repeat(40) + " und " + "y7!Q".repeat(20),
    "dragonfly on a lake",
    "👩‍🚀👩‍🚀🛰️🌍🌕🚀 ab",
  ])("%j is taken", (password) => {
    expect(problem(password)).toBeUndefined();
  });

  it("may be the part before the @ of somebody else, not of one's own address", () => {
    expect(problem("cy.kunde", { minimum: 5 })).toBe("isAddress");
    expect(problem("cy.kunde", { minimum: 5, email: "eve@globex.example" })).toBeUndefined();
  });

  it("is counted in characters: umlauts and emoji are one each", () => {
    expect(problem("äöüß🙂ÄÖÜé", { minimum: 9 })).toBeUndefined();
    expect(problem("äöüß🙂ÄÖÜé", { minimum: 10 })).toBe("tooShort");
  });

  it("has at least the desk's minimum and fewer than 128 characters, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 160 }),
        fc.integer({ min: 5, max: 64 }),
        (password, minimum) => {
          const length = [...password].length;
          const answer = problem(password, { minimum });
          expect(answer === "tooShort").toBe(length < minimum);
          if (length >= minimum) expect(answer === "tooLong").toBe(length >= 128);
        },
      ),
    );
  });
});
