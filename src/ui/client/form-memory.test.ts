import { describe, expect, test } from "vitest";
import { joinWords, readMemory } from "./form-memory.ts";

describe("words of two times", () => {
  test.each([
    ["", "kept", "kept"],
    ["now", "", "now"],
    ["half", "half a sentence", "half a sentence"],
    ["half a sentence", "half", "half a sentence"],
    ["other", "half", "other\n\nhalf"],
  ])("%j and %j make %j", (now, kept, both) => {
    expect(joinWords(now, kept)).toBe(both);
  });
});

test("only what is ours is read from the browser's storage", () => {
  expect(readMemory('{"subject":["a"],"cc":[]}')).toEqual({ subject: ["a"], cc: [] });
  for (const text of ["words", "null", '{"subject":"a"}', '{"subject":[1]}', "[", '"x"'])
    expect(readMemory(text)).toBeUndefined();
});
