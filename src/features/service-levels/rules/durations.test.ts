import fc from "fast-check";
import { expect, it } from "vitest";
import { formatDuration, formatWarnBefore, longestMinutes, parseDuration, parseWarnBefore } from "./durations.ts";

it.each([
  ["4 h", 240],
  ["4", 240],
  ["4,5 h", 270],
  ["1.25", 75],
  ["30 min", 30],
  ["30m", 30],
  ["1 h 30 min", 90],
  ["1h30min", 90],
  ["1:30", 90],
  ["0:05", 5],
  ["16 Stunden", 960],
  [" 2 hours ", 120],
])("“%s” is %i minutes", (text, minutes) => {
  expect(parseDuration(text)).toBe(minutes);
});

it.each(["", "soon", "0", "0 min", "-4 h", "1:75", "4 d", "h", "100001 min", "9999 h"])("“%s” is not taken", (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

it("whatever is shown can be read again", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: longestMinutes }), (minutes) => {
      expect(parseDuration(formatDuration(minutes))).toBe(minutes);
    }),
  );
});

it("a warning is some time or a part of the time", () => {
  expect(parseWarnBefore("25 %")).toEqual({ percent: 25 });
  expect(parseWarnBefore("1 h")).toEqual({ minutes: 60 });
  for (const wrong of ["0 %", "100 %", "%", "never"]) expect(parseWarnBefore(wrong)).toBeUndefined();
  expect(formatWarnBefore({ percent: 25 })).toBe("25 %");
  expect(formatWarnBefore({ minutes: 90 })).toBe("1 h 30 min");
});
