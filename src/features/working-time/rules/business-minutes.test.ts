import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessMinutes, businessMinutesBetween, countedBetween, countedDays } from "./business-minutes.ts";
import { parseHours } from "./hours.ts";
import { inForceAt, type SpecialDay, type WorkingTime } from "./working-time.ts";

const read = (text: string) => {
  const hours = parseHours(text);
  if (!hours) throw new Error(`${text} cannot be read`);
  return hours;
};

/** Monday first; a missing day is free. */
const working = (days: readonly string[], more: Partial<WorkingTime> = {}): WorkingTime => ({
  timeZone: "Europe/Berlin",
  week: Array.from({ length: 7 }, (_, day) => read(days[day] ?? "")),
  region: "DE",
  specialDays: [],
  ...more,
});
const office = working(Array<string>(5).fill("9-18"));
const always = working(Array<string>(7).fill("0-24"), { region: null });
const special = (on: string, hours: string): SpecialDay => ({ on, name: "Special", hours: read(hours) });

/** Wall-clock time in the calendar's zone. */
const at = (wall: string, { timeZone }: WorkingTime = office): Date =>
  new Date(Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone).epochMilliseconds);

describe("business minutes", () => {
  it.each<[string, string, string, number]>([
    ["within a day", "2026-06-01T10:00", "2026-06-01T11:30", 90],
    ["before the day begins", "2026-06-01T06:00", "2026-06-01T09:00", 0],
    ["over a night", "2026-06-01T17:00", "2026-06-02T10:00", 120],
    ["over a weekend", "2026-06-05T17:00", "2026-06-08T10:00", 120],
    ["over a public holiday", "2026-05-13T17:00", "2026-05-15T10:00", 120],
    ["over Easter", "2026-04-02T17:00", "2026-04-07T10:00", 120],
    ["backwards", "2026-06-02T17:00", "2026-06-01T10:00", 0],
    ["no time at all", "2026-06-01T10:00", "2026-06-01T10:00", 0],
    ["a whole week", "2026-06-08T00:00", "2026-06-15T00:00", 5 * 540],
    // 261 weekdays, of which seven are holidays (3 October and 26 December 2026 are Saturdays).
    ["a whole year", "2026-01-01T00:00", "2027-01-01T00:00", (261 - 7) * 540],
  ])("%s", (_what, from, to, minutes) => {
    expect(businessMinutesBetween(office, at(from), at(to))).toBe(minutes);
  });

  it.each<[string, string, number, string]>([
    ["nothing is now", "2026-06-06T10:00", 0, "2026-06-06T10:00"],
    ["within a day", "2026-06-01T10:00", 90, "2026-06-01T11:30"],
    ["until the end of the day, not the next morning", "2026-06-01T17:00", 60, "2026-06-01T18:00"],
    ["a minute more is tomorrow", "2026-06-01T17:00", 61, "2026-06-02T09:01"],
    ["asked at night", "2026-06-01T22:00", 30, "2026-06-02T09:30"],
    ["asked on Sunday", "2026-06-07T12:00", 240, "2026-06-08T13:00"],
    ["over Christmas", "2026-12-23T17:30", 600, "2026-12-28T09:30"],
  ])("from then on: %s", (_what, from, minutes, due) => {
    expect(addBusinessMinutes(office, at(from), minutes)).toEqual(at(due));
  });

  it("have breaks", () => {
    const shop = working(Array<string>(6).fill("9-12, 14-18"));
    expect(businessMinutesBetween(shop, at("2026-06-06T11:00"), at("2026-06-06T15:00"))).toBe(120);
    expect(addBusinessMinutes(shop, at("2026-06-06T11:30"), 60)).toEqual(at("2026-06-06T14:30"));
    expect(countedBetween(shop, at("2026-06-06T11:00"), at("2026-06-06T15:00"))).toEqual([
      { from: at("2026-06-06T11:00"), to: at("2026-06-06T12:00"), minutes: 60 },
      { from: at("2026-06-06T14:00"), to: at("2026-06-06T15:00"), minutes: 60 },
    ]);
  });

  it("run on past midnight", () => {
    const night = working(["22-24", "0-6", "", "", "", "", ""], { region: null });
    expect(businessMinutesBetween(night, at("2026-06-01T23:00"), at("2026-06-02T01:00"))).toBe(120);
    expect(addBusinessMinutes(night, at("2026-06-01T23:00"), 60)).toEqual(at("2026-06-02T00:00"));
  });

  it("follow the desk's region", () => {
    const munich = { ...office, region: "DE-BY" as const };
    const monday = [at("2026-01-05T17:00"), at("2026-01-07T10:00")] as const;
    expect(businessMinutesBetween(office, ...monday)).toBe(120 + 540);
    expect(businessMinutesBetween(munich, ...monday)).toBe(120);
    expect(businessMinutesBetween({ ...office, region: null }, at("2026-05-01T09:00"), at("2026-05-01T18:00"))).toBe(
      540,
    );
  });

  it("know special days, free or worked", () => {
    const time = {
      ...office,
      specialDays: [
        special("12-24", "9-12"),
        special("2026-12-24", ""),
        special("2026-05-14", "10-12"),
        special("2026-06-06", "9-13"),
      ],
    };
    const on = (day: string) => businessMinutesBetween(time, at(`${day}T00:00`), at(`${day}T23:59`));
    expect(on("2026-12-24")).toBe(0);
    expect(on("2027-12-24")).toBe(180);
    expect(on("2026-05-14")).toBe(120);
    expect(on("2026-06-06")).toBe(240);
  });

  it("leave out seconds, so that parts add up", () => {
    const [from, middle, to] = ["10:00:59", "10:10:30", "10:20:01"].map((time) => at(`2026-06-01T${time}`));
    expect(businessMinutesBetween(office, from!, middle!)).toBe(10);
    expect(businessMinutesBetween(office, middle!, to!)).toBe(10);
    expect(businessMinutesBetween(office, from!, to!)).toBe(20);
    expect(addBusinessMinutes(office, from!, 5)).toEqual(at("2026-06-01T10:05"));
  });

  it("of a calendar in which nobody works never come", () => {
    const never = working([]);
    expect(businessMinutesBetween(never, at("2026-01-01T00:00"), at("2027-01-01T00:00"))).toBe(0);
    expect(() => addBusinessMinutes(never, at("2026-01-01T00:00"), 1)).toThrow(RangeError);
  });
});

describe("when the clocks change", () => {
  it.each<[string, string, string, number]>([
    ["the day in spring has 23 hours", "Europe/Berlin", "2026-03-29", 23 * 60],
    ["the day in autumn has 25 hours", "Europe/Berlin", "2026-10-25", 25 * 60],
    ["half an hour is moved", "Australia/Lord_Howe", "2026-10-04", 23.5 * 60],
    ["midnight itself is skipped", "Africa/Cairo", "2026-04-24", 23 * 60],
    ["a common day", "Europe/Berlin", "2026-06-01", 24 * 60],
  ])("%s", (_what, timeZone, day, minutes) => {
    const time = { ...always, timeZone };
    const date = Temporal.PlainDate.from(day);
    const [from, to] = [date, date.add({ days: 1 })].map(
      (each) => new Date(each.toZonedDateTime(timeZone).epochMilliseconds),
    );
    expect(businessMinutesBetween(time, from!, to!)).toBe(minutes);
  });

  it.each<[string, string, number]>([
    // 02:00–03:00 does not exist on 29 March 2026, and comes twice on 25 October.
    ["2026-03-29", "2-3", 0],
    ["2026-03-29", "1:30-2:30", 30],
    ["2026-03-29", "2:30-4", 60],
    ["2026-03-29", "1-4", 120],
    ["2026-10-25", "2-3", 120],
    ["2026-10-25", "1:30-2:30", 60],
    ["2026-10-25", "2:30-4", 150],
    ["2026-10-25", "1-2:30, 2:30-4", 240],
  ])("on %s the hours %s are %i minutes", (day, hours, minutes) => {
    const time = { ...always, specialDays: [special(day, hours)] };
    expect(businessMinutesBetween(time, at(`${day}T00:00`), at(`${day}T12:00`))).toBe(minutes);
  });

  it("a deadline over the night is an hour earlier or later for the world, and the same for the wall clock", () => {
    expect(addBusinessMinutes(office, at("2026-03-27T17:00"), 120)).toEqual(new Date("2026-03-30T08:00:00Z"));
    expect(addBusinessMinutes(office, at("2026-03-26T17:00"), 120)).toEqual(new Date("2026-03-27T09:00:00Z"));
  });
});

describe("what counted by day", () => {
  it("names every day on the way and why nothing counted", () => {
    const days = countedDays(office, at("2026-05-13T17:00"), at("2026-05-18T10:00"));
    expect(
      days.map(({ on, holiday, counted }) => [
        on,
        holiday?.name.en,
        counted.reduce((sum, { minutes }) => sum + minutes, 0),
      ]),
    ).toEqual([
      ["2026-05-13", undefined, 60],
      ["2026-05-14", "Ascension Day", 0],
      ["2026-05-15", undefined, 540],
      ["2026-05-16", undefined, 0],
      ["2026-05-17", undefined, 0],
      ["2026-05-18", undefined, 60],
    ]);
  });

  it("ends on the day on which the time ends, not after its midnight", () => {
    expect(countedDays(always, at("2026-06-01T12:00"), at("2026-06-02T00:00")).map(({ on }) => on)).toEqual([
      "2026-06-01",
    ]);
  });
});

it("the version that was in force is the last one before", () => {
  const versions = [
    { since: at("2026-01-01T00:00"), time: office },
    { since: at("2026-06-01T00:00"), time: always },
  ];
  expect(inForceAt(versions, at("2025-01-01T00:00"))).toBe(office);
  expect(inForceAt(versions, at("2026-05-31T23:59"))).toBe(office);
  expect(inForceAt(versions, at("2026-06-01T00:00"))).toBe(always);
});

const zones = [
  "Europe/Berlin",
  "America/New_York",
  "Australia/Lord_Howe",
  "Africa/Cairo",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "UTC",
];
const hoursOfDay = fc
  .uniqueArray(fc.integer({ min: 0, max: 96 }), { minLength: 2, maxLength: 6 })
  .map((quarters) => quarters.toSorted((one, other) => one - other).map((quarter) => quarter * 15))
  .map((all) =>
    all.flatMap((starts, index) =>
      index % 2 === 0 && all[index + 1] !== undefined ? [{ starts, ends: all[index + 1]! }] : [],
    ),
  );
const anyTime: fc.Arbitrary<WorkingTime> = fc.record({
  timeZone: fc.constantFrom(...zones),
  week: fc
    .array(fc.oneof(hoursOfDay, fc.constant([])), { minLength: 7, maxLength: 7 })
    .filter((week) => week.some((day) => day.length > 0)),
  region: fc.constantFrom(null, "DE-BY" as const, "AT" as const, "CH-TI" as const),
  specialDays: fc.array(
    fc.record({
      on: fc.constantFrom("2026-03-29", "2026-10-25", "12-24", "2026-05-01", "01-01"),
      name: fc.constant("Special"),
      hours: fc.oneof(hoursOfDay, fc.constant([])),
    }),
    { maxLength: 3 },
  ),
});
const moment = fc
  .integer({ min: Date.UTC(2025, 11, 1), max: Date.UTC(2027, 1, 1) })
  .map((milliseconds) => new Date(milliseconds));

describe("always", () => {
  it("adding and then measuring gives the same", () => {
    fc.assert(
      fc.property(anyTime, moment, fc.integer({ min: 0, max: 30_000 }), (time, from, minutes) => {
        expect(businessMinutesBetween(time, from, addBusinessMinutes(time, from, minutes))).toBe(minutes);
      }),
    );
  });

  it("a deadline is the earliest moment: a minute before it, a minute is missing", () => {
    fc.assert(
      fc.property(anyTime, moment, fc.integer({ min: 1, max: 5_000 }), (time, from, minutes) => {
        const due = addBusinessMinutes(time, from, minutes);
        expect(businessMinutesBetween(time, from, new Date(due.getTime() - 60_000))).toBe(minutes - 1);
      }),
    );
  });

  it("measuring is additive, wherever it is cut", () => {
    fc.assert(
      fc.property(anyTime, fc.tuple(moment, moment, moment), (time, moments) => {
        const [one, two, three] = moments.toSorted((a, b) => a.getTime() - b.getTime());
        expect(businessMinutesBetween(time, one!, two!) + businessMinutesBetween(time, two!, three!)).toBe(
          businessMinutesBetween(time, one!, three!),
        );
      }),
    );
  });

  it("adding in steps is adding at once", () => {
    fc.assert(
      fc.property(anyTime, moment, fc.nat(5_000), fc.nat(5_000), (time, from, one, other) => {
        // Zero minutes from a free time on stay in the free time, so only the whole counts.
        const steps = addBusinessMinutes(time, addBusinessMinutes(time, from, one), other);
        expect(businessMinutesBetween(time, from, steps)).toBe(one + other);
      }),
    );
  });

  it("the single stretches add up to the whole, in order and without overlap, and so do the days", () => {
    fc.assert(
      fc.property(anyTime, moment, fc.integer({ min: 0, max: 90 * 24 * 60 }), (time, from, length) => {
        const to = new Date(from.getTime() + length * 60_000);
        const whole = businessMinutesBetween(time, from, to);
        const counted = countedBetween(time, from, to);
        expect(counted.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(whole);
        for (const [index, { from: starts, to: ends }] of counted.entries()) {
          expect(starts < ends).toBe(true);
          expect(starts >= (counted[index - 1]?.to ?? new Date(0))).toBe(true);
        }
        const days = countedDays(time, from, to);
        expect(days.flatMap((day) => day.counted).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(whole);
      }),
    );
  });
});

it("a year is measured in far less than 5 ms once it was laid out", () => {
  const [from, to] = [at("2026-01-01T10:00"), at("2027-01-01T10:00")];
  businessMinutesBetween(office, from, to);
  const before = performance.now();
  for (let round = 0; round < 100; round++) businessMinutesBetween(office, from, to);
  expect((performance.now() - before) / 100).toBeLessThan(1);
});
