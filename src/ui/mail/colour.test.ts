import fc from "fast-check";
import { expect, test } from "vitest";
import { contrast, readableColour } from "./colour.ts";

test.each([
  ["#ffffff", "#000000", 21],
  ["#777777", "#ffffff", 4.48],
])("the contrast of %s and %s is %d", (one, other, expected) => {
  expect(contrast(one, other)).toBeCloseTo(expected, 2);
});

test("whatever the desk's colour is, white is read on it, and it is seen on white and on black", () => {
  const colours = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(colours, (colour) => {
      const shown = readableColour(colour);
      expect(shown).toMatch(/^#[0-9a-f]{6}$/);
      expect(contrast(shown, "#ffffff")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(shown, "#000000")).toBeGreaterThanOrEqual(3);
    }),
  );
});

test("a colour that is fine stays", () => {
  for (const colour of ["#00646b", "#b3261e"]) expect(readableColour(colour)).toBe(colour);
});
