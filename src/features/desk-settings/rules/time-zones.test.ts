import { describe, expect, it } from "vitest";
import { timeZoneChoices, timeZoneName } from "./time-zone-names.ts";
import { isTimeZone, timeZones } from "./time-zones.ts";

it("offers zones that can be computed with, each under its name of today", () => {
  expect(timeZones.length).toBeGreaterThan(400);
  expect(timeZones).toEqual(expect.arrayContaining(["UTC", "Europe/Berlin", "Asia/Kolkata", "Europe/Kyiv"]));
  for (const old of ["Asia/Calcutta", "Europe/Kiev", "America/Buenos_Aires"]) expect(timeZones).not.toContain(old);
  expect(timeZones.every(isTimeZone)).toBe(true);
  const sameZone = Map.groupBy(
    timeZones,
    (zone) => new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone,
  );
  expect([...sameZone.values()].filter((names) => names.length > 1)).toEqual([]);
});

it.each(["Asia/Calcutta", "UTC", "Europe/Kiev"])("takes %s, which browsers say", (zone) => {
  expect(isTimeZone(zone)).toBe(true);
});

it.each(["", "Mars/Olympus", "Berlin"])("does not take %j", (zone) => {
  expect(isTimeZone(zone)).toBe(false);
});

describe("the names of zones", () => {
  const winter = new Date("2026-01-15T12:00:00Z");
  const summer = new Date("2026-07-15T12:00:00Z");

  it.each([
    ["Europe/Vienna", "de", winter, "Wien, Europa (UTC+01:00)"],
    ["Europe/Vienna", "en", summer, "Vienna, Europe (UTC+02:00)"],
    ["America/St_Johns", "en", winter, "St Johns, America (UTC−03:30)"],
    ["America/Argentina/Buenos_Aires", "de", winter, "Buenos Aires, Argentinien, Amerika (UTC−03:00)"],
    ["Asia/Yekaterinburg", "de", winter, "Jekaterinburg, Asien (UTC+05:00)"],
    ["America/Indiana/Knox", "de", winter, "Knox, Indiana, Amerika (UTC−06:00)"],
    ["America/Lima", "de", winter, "Lima, Peru (UTC−05:00)"],
    ["America/Panama", "de", winter, "Panama, Amerika (UTC−05:00)"],
    ["Asia/Calcutta", "en", winter, "Kolkata, Asia (UTC+05:30)"],
    ["Atlantic/Reykjavik", "en", winter, "Reykjavik, Atlantic (UTC)"],
    ["UTC", "de", winter, "UTC"],
  ] as const)("%s in %s", (zone, locale, at, expected) => {
    expect(timeZoneName(zone, { locale, at })).toBe(expected);
  });

  it("stand in the order of the reader's alphabet, UTC first, each once", () => {
    const choices = timeZoneChoices({ chosen: "Europe/Berlin", locale: "de", at: winter });
    expect(choices[0]).toEqual({ value: "UTC", label: "UTC" });
    const labels = choices.slice(1).map(({ label }) => label);
    expect(labels).toEqual(labels.toSorted(new Intl.Collator("de").compare));
    expect(new Set(labels).size).toBe(labels.length);
  });

  it("keep a zone that was chosen under an older name, and offer it once", () => {
    const choices = timeZoneChoices({ chosen: "Europe/Kiev", locale: "de", at: winter });
    expect(choices.filter(({ label }) => label.startsWith("Kiew"))).toEqual([
      { value: "Europe/Kiev", label: "Kiew, Europa (UTC+02:00)" },
    ]);
    expect(choices.map(({ value }) => value)).not.toContain("Europe/Kyiv");
  });
});
