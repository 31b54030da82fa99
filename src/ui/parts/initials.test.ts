import { describe, expect, it } from "vitest";
import { avatarHue, avatarHues, initialsOf } from "./initials.ts";

describe("initials", () => {
  it.each([
    ["Maria Huber", "MH"],
    ["Dr. Maria von der Heide", "MH"],
    ["Maximilian-Alexander Freiherr von und zu Hohenstein-Waldenburg", "MW"],
    ["cy@north.example", "C"],
    ["maria.huber@wittmann.example", "MH"],
    ["Łukasz Żółć", "ŁŻ"],
    ["ann", "A"],
    ["李小龍", "李"],
    ["🙂", "?"],
    ["", "?"],
    ["von", "V"],
  ])("%s: %s", (name, expected) => {
    expect(initialsOf(name)).toBe(expected);
  });

  it("spread over the colours, the same for the same name", () => {
    const names = Array.from({ length: 400 }, (_, index) => `Person ${index}`);
    const counts = Array.from(
      { length: avatarHues },
      (_, hue) => names.filter((name) => avatarHue(name) === hue).length,
    );
    expect(Math.min(...counts)).toBeGreaterThan(25);
    expect(avatarHue("Maria Huber")).toBe(avatarHue(" maria huber "));
  });
});
