import { expect, it } from "vitest";
import { isTimeZone, timeZones } from "./time-zones.ts";

it("offers zones that can be computed with", () => {
  expect(timeZones.length).toBeGreaterThan(300);
  expect(timeZones).toContain("Europe/Berlin");
  expect(timeZones.every(isTimeZone)).toBe(true);
});

it.each(["Asia/Calcutta", "UTC", "Europe/Kiev"])("takes %s, which browsers say", (zone) => {
  expect(isTimeZone(zone)).toBe(true);
});

it.each(["", "Mars/Olympus", "Berlin"])("does not take %j", (zone) => {
  expect(isTimeZone(zone)).toBe(false);
});
