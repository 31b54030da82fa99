import { expect, it } from "vitest";
import { guessedHeight } from "./mail-frame.tsx";

it("makes room for all of a mail, up to where nobody scrolls any more", () => {
  const heights = ["Hello", "Hello\n".repeat(40), "word ".repeat(2_000), "x\n".repeat(100_000)].map(guessedHeight);
  expect(heights).toEqual(heights.toSorted((one, other) => one - other));
  expect(heights[1]).toBeGreaterThan(1_000);
  // Ten thousand letters are some 230 lines on a phone.
  expect(heights[2]).toBeGreaterThan(227 * 22);
  expect(heights[3]).toBe(12_000);
});
