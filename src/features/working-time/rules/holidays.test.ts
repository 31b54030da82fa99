import { describe, expect, it } from "vitest";
import { easterSunday } from "./easter.ts";
import { holidaysOf } from "./holidays.ts";
import { regionIds, type RegionId } from "./regions.ts";

it.each([
  [1961, "1961-04-02"],
  [2000, "2000-04-23"],
  [2008, "2008-03-23"],
  [2011, "2011-04-24"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
  [2285, "2285-03-22"],
])("Easter %i is on %s", (year, on) => {
  expect(easterSunday(year).toString()).toBe(on);
});

const dates = (region: RegionId, year: number): string[] => holidaysOf(region, year).map(({ on }) => on.slice(5));

describe("public holidays", () => {
  it("of Germany are the nine of all Länder", () => {
    expect(holidaysOf("DE", 2026).map(({ on, name }) => `${on} ${name.de}`)).toEqual([
      "2026-01-01 Neujahr",
      "2026-04-03 Karfreitag",
      "2026-04-06 Ostermontag",
      "2026-05-01 Tag der Arbeit",
      "2026-05-14 Christi Himmelfahrt",
      "2026-05-25 Pfingstmontag",
      "2026-10-03 Tag der Deutschen Einheit",
      "2026-12-25 1. Weihnachtstag",
      "2026-12-26 2. Weihnachtstag",
    ]);
  });

  // How many there are in 2026, and those that the country as a whole does not have.
  it.each<[RegionId, number, string]>([
    ["DE-BW", 12, "01-06 06-04 11-01"],
    ["DE-BY", 12, "01-06 06-04 11-01"],
    ["DE-BY-C", 13, "01-06 06-04 08-15 11-01"],
    ["DE-BY-C-A", 14, "01-06 06-04 08-08 08-15 11-01"],
    ["DE-BE", 10, "03-08"],
    ["DE-BB", 12, "04-05 05-24 10-31"],
    ["DE-HB", 10, "10-31"],
    ["DE-HH", 10, "10-31"],
    ["DE-HE", 10, "06-04"],
    ["DE-MV", 11, "03-08 10-31"],
    ["DE-NI", 10, "10-31"],
    ["DE-NW", 11, "06-04 11-01"],
    ["DE-RP", 11, "06-04 11-01"],
    ["DE-SL", 12, "06-04 08-15 11-01"],
    ["DE-SN", 11, "10-31 11-18"],
    ["DE-ST", 11, "01-06 10-31"],
    ["DE-SH", 10, "10-31"],
    ["DE-TH", 11, "09-20 10-31"],
  ])("of %s are %i", (region, count, more) => {
    const all = dates(region, 2026);
    const common = dates("DE", 2026);
    expect(all.filter((on) => !common.includes(on))).toEqual(more.split(" "));
    expect(all).toHaveLength(count);
  });

  it("of Austria and Switzerland", () => {
    expect(dates("AT", 2026).join(" ")).toBe(
      "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26",
    );
    expect(dates("CH", 2026).join(" ")).toBe("01-01 05-14 08-01 12-25");
    expect(dates("CH-ZH", 2026).join(" ")).toBe("01-01 04-03 04-06 05-01 05-14 05-25 08-01 12-25 12-26");
    expect(dates("CH-GE", 2025).join(" ")).toBe("01-01 04-18 04-21 05-29 06-09 08-01 09-11 12-25 12-31");
    expect(dates("CH-VD", 2025)).toContain("09-22");
  });

  it("come and go with their laws", () => {
    expect(dates("DE-BE", 2018)).not.toContain("03-08");
    expect(dates("DE-MV", 2022)).not.toContain("03-08");
    expect(dates("DE-HH", 2016)).not.toContain("10-31");
    expect(dates("DE-HH", 2017).filter((on) => on === "10-31")).toHaveLength(1);
    expect(dates("DE-SN", 2017).filter((on) => on === "10-31")).toHaveLength(1);
    expect(dates("DE-BE", 2025)).toContain("05-08");
    expect(dates("DE-BE", 2026)).not.toContain("05-08");
    expect(dates("DE-BE", 2028)).toContain("06-17");
    expect(dates("DE-BE", 2027)).not.toContain("06-17");
    // The Wednesday before the last Sunday of the church year, also when 23 November is a Wednesday itself.
    expect(dates("DE-SN", 2022)).toContain("11-16");
  });

  it("of every region begin with New Year and stay in their year", () => {
    for (const region of regionIds)
      for (const year of [1999, 2026, 2100]) {
        const all = holidaysOf(region, year);
        expect(all[0]?.on).toBe(`${year}-01-01`);
        expect(all.every(({ on }) => on.startsWith(String(year)))).toBe(true);
      }
  });
});
