import { expect, test } from "vitest";
import { calendarAt, type CalendarPast } from "./team-calendars.ts";

const on = (day: number): Date => new Date(Date.UTC(2026, 5, day));
const past: CalendarPast = {
  teams: new Map([
    [1, 30],
    [2, null],
    [3, 40],
  ]),
  defaultId: 20,
  moves: [
    { at: on(5), teamId: 1, from: null, to: 30 },
    { at: on(10), teamId: null, from: 10, to: 20 },
  ],
};

test.each([
  ["a team that has had its own all the time", 3, 1, 40],
  ["a team before it got its own: the default of then", 1, 4, 10],
  ["a team from the moment on at which it got its own", 1, 5, 30],
  ["a team without its own, before the default changed", 2, 9, 10],
  ["a team without its own, since", 2, 10, 20],
  ["no team", null, 11, 20],
  ["a team that nobody knows", 9, 1, 10],
])("finds the calendar of %s", (_what, teamId, day, calendar) => {
  expect(calendarAt(past, { teamId, at: on(day) })).toBe(calendar);
});

test("takes what is so now for always, as long as nothing has changed", () => {
  expect(calendarAt({ ...past, moves: [] }, { teamId: 2, at: on(1) })).toBe(20);
  expect(calendarAt({ ...past, moves: [] }, { teamId: 1, at: on(1) })).toBe(30);
});
