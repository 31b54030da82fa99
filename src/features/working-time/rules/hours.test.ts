import fc from "fast-check";
import { expect, it } from "vitest";
import { formatHours, groupWeek, parseHours } from "./hours.ts";

it.each([
  ["09:00–18:00", "09:00–18:00"],
  ["9-18", "09:00–18:00"],
  ["9.30 bis 12 Uhr, 13 - 17:15 Uhr", "09:30–12:00, 13:00–17:15"],
  ["13:00-17:00; 9:00-12:00", "09:00–12:00, 13:00–17:00"],
  ["9 to 12 and 13 to 18", "09:00–12:00, 13:00–18:00"],
  ["9-12, 12-18", "09:00–18:00"],
  ["0-24", "00:00–24:00"],
  ["22:00–00:00", "22:00–24:00"],
  ["", ""],
  [" , ", ""],
])("hours “%s” are read as “%s”", (typed, read) => {
  expect(formatHours(parseHours(typed) ?? [])).toBe(read);
  expect(parseHours(typed)).toBeDefined();
});

it.each(["9", "nine to five", "18-9", "9-9", "9-25", "9:60-10", "9-12, 11-13", "9-24:30", "9-12 13-18"])(
  "hours “%s” cannot be read",
  (typed) => {
    expect(parseHours(typed)).toBeUndefined();
  },
);

const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 8 })
  .map((all) => all.toSorted((one, other) => one - other))
  .map((all) =>
    all.flatMap((starts, index) => (index % 2 === 0 && all[index + 1] ? [{ starts, ends: all[index + 1]! }] : [])),
  );

it("whatever is shown can be read again", () => {
  fc.assert(
    fc.property(hours, (all) => {
      expect(parseHours(formatHours(all))).toEqual(all);
    }),
  );
});

it("a week is said in groups", () => {
  const [day, short] = [[{ starts: 540, ends: 1080 }], [{ starts: 540, ends: 720 }]];
  expect(groupWeek([day, day, day, day, short, [], []]).map(({ first, last }) => [first, last])).toEqual([
    [0, 3],
    [4, 4],
  ]);
  expect(groupWeek([day, [], day, day, [], [], day]).map(({ first, last }) => [first, last])).toEqual([
    [0, 0],
    [2, 3],
    [6, 6],
  ]);
});
