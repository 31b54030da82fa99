import { describe, expect, it, onTestFinished } from "vitest";
import { castIn, castOf, perform } from "../../../test/support/cast.ts";
import { freshDb, inRollback } from "../../../test/support/db.ts";
import { act } from "../../platform/act.ts";
import type { Actor } from "../../platform/actor.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../platform/errors.ts";
import { listEvents } from "../../platform/events.ts";
import { useClock } from "../../platform/time.ts";
import { addCalendar } from "./actions/add-calendar.ts";
import { changeCalendar } from "./actions/change-calendar.ts";
import { makeDefault } from "./actions/make-default.ts";
import { restoreCalendar } from "./actions/restore-calendar.ts";
import { retireCalendar } from "./actions/retire-calendar.ts";
import { businessMinutesBetween } from "./rules/business-minutes.ts";
import { formatHours } from "./rules/hours.ts";
import { inForceAt } from "./rules/working-time.ts";
import { getCalendar, listCalendars } from "./store.ts";

const office = {
  name: "Munich",
  timeZone: "Europe/Berlin",
  region: "DE-BY",
  week: ["8-12, 13-17", "8-17", "8-17", "8-17", "8-14", "", ""],
  specialDays: [{ on: "24.12.2026", everyYear: "on" as const, name: "Christmas Eve", hours: "" }],
};

const wrongFields = async (refused: Promise<unknown>): Promise<Record<string, string>> => {
  const error: unknown = await refused.catch((thrown: unknown) => thrown);
  if (!(error instanceof Invalid)) throw error;
  return Object.fromEntries(Object.entries(error.fields).map(([field, { key }]) => [field, key]));
};

describe("calendars", () => {
  it("begin with the shipped one, which is the default", () =>
    inRollback(async (tx) => {
      const [standard, ...others] = await listCalendars(tx);
      expect(others).toEqual([]);
      expect(standard).toMatchObject({ isDefault: true, retiredAt: null });
      expect(standard!.time).toMatchObject({ timeZone: "Europe/Berlin", region: "DE", specialDays: [] });
      expect(standard!.time.week.map(formatHours)).toEqual([...Array<string>(5).fill("09:00–18:00"), "", ""]);
      // Friday afternoon until Tuesday morning, with 9 hours on Monday.
      const [from, to] = [new Date("2026-06-05T15:00:00Z"), new Date("2026-06-09T08:00:00Z")];
      expect(businessMinutesBetween(standard!.time, from, to)).toBe(60 + 540 + 60);
    }));

  it("are added, changed, retired and offered again by administrators only, each with an event", () =>
    inRollback(async (tx) => {
      const { ada, mo, ann, cy } = await castIn(tx);
      const { calendarId } = await perform(tx, ada, addCalendar, office);
      const attempts: readonly ((actor: Actor) => Promise<unknown>)[] = [
        (actor) => perform(tx, actor, addCalendar, { ...office, name: "Another" }),
        (actor) => perform(tx, actor, changeCalendar, { calendarId, ...office, name: "Another" }),
        (actor) => perform(tx, actor, makeDefault, { calendarId }),
        (actor) => perform(tx, actor, retireCalendar, { calendarId }),
        (actor) => perform(tx, actor, restoreCalendar, { calendarId }),
      ];
      for (const actor of [mo, ann, cy])
        for (const attempt of attempts) await expect(attempt(actor)).rejects.toThrow(Forbidden);
      await perform(tx, ada, changeCalendar, {
        calendarId,
        ...office,
        region: "AT",
        week: [...office.week.slice(0, 5), "9-12", ""],
      });
      await perform(tx, ada, changeCalendar, {
        calendarId,
        ...office,
        region: "AT",
        week: [...office.week.slice(0, 5), "9 – 12", ""],
      });
      await perform(tx, ada, retireCalendar, { calendarId });
      await perform(tx, ada, retireCalendar, { calendarId });
      expect((await getCalendar(tx, calendarId)).retiredAt).not.toBeNull();
      await perform(tx, ada, restoreCalendar, { calendarId });
      await perform(tx, ada, makeDefault, { calendarId });
      const events = await listEvents(tx, { kind: "calendar", id: calendarId });
      expect(events.map(({ name, payload }) => [name, payload["changed"]])).toEqual([
        ["calendar.added", undefined],
        ["calendar.changed", ["region", "week"]],
        ["calendar.retired", undefined],
        ["calendar.restored", undefined],
        ["calendar.made_default", undefined],
      ]);
      expect((await listCalendars(tx)).map(({ name, isDefault }) => [name, isDefault])).toEqual([
        ["Munich", true],
        ["Standard", false],
      ]);
    }));

  it("read what was typed", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      const { calendarId } = await perform(tx, ada, addCalendar, office);
      const { time } = await getCalendar(tx, calendarId);
      expect(time.week.map(formatHours)).toEqual([
        "08:00–12:00, 13:00–17:00",
        ...Array<string>(3).fill("08:00–17:00"),
        "08:00–14:00",
        "",
        "",
      ]);
      expect(time.specialDays).toEqual([{ on: "12-24", name: "Christmas Eve", hours: [] }]);
    }));

  it.each([
    [{ name: " " }, { name: "platform.required" }],
    [{ name: "STANDARD" }, { name: "working-time.nameTaken" }],
    [{ timeZone: "Mars/Olympus" }, { timeZone: "working-time.notATimeZone" }],
    [{ region: "DE-XX" }, { region: "working-time.notARegion" }],
    [
      { week: ["9-18", "9-12, 11-13", "18-9", "", "", "", ""] },
      { "week.1": "working-time.notHours", "week.2": "working-time.notHours" },
    ],
    [{ week: Array<string>(7).fill("") }, { "week.0": "working-time.noHours" }],
    [{ specialDays: [{ on: "31.2.2026", name: "x" }] }, { "specialDays.0.on": "working-time.notADate" }],
    [
      {
        specialDays: [
          { on: "", name: "" },
          { on: "", name: "x" },
        ],
      },
      { "specialDays.1.on": "working-time.noDate" },
    ],
    [
      { specialDays: [{ on: "2026-12-24" }, { on: "24.12.2026", hours: "9" }] },
      { "specialDays.1.on": "working-time.dateTwice", "specialDays.1.hours": "working-time.notHours" },
    ],
  ])("do not take %j", (change, problems) =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      expect(await wrongFields(perform(tx, ada, addCalendar, { ...office, ...change }))).toEqual(problems);
    }),
  );

  it("keep what counted: a change holds from now on", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      const before = new Date("2026-06-01T12:00:00Z");
      let time = before;
      onTestFinished(useClock(() => time));
      const { calendarId } = await perform(tx, ada, addCalendar, office);
      time = new Date("2026-07-01T12:00:00Z");
      await perform(tx, ada, changeCalendar, { calendarId, ...office, week: Array<string>(7).fill("0-24") });
      const { versions, time: current } = await getCalendar(tx, calendarId);
      expect(versions).toHaveLength(2);
      expect(formatHours(inForceAt(versions, before).week[0]!)).toBe("08:00–12:00, 13:00–17:00");
      expect(formatHours(current.week[0]!)).toBe("00:00–24:00");
    }));

  it("always have one default, which cannot be retired", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      const [standard] = await listCalendars(tx);
      await expect(perform(tx, ada, retireCalendar, { calendarId: standard!.id })).rejects.toThrow(Conflict);
      const { calendarId } = await perform(tx, ada, addCalendar, office);
      await perform(tx, ada, retireCalendar, { calendarId });
      await expect(perform(tx, ada, makeDefault, { calendarId })).rejects.toThrow(Conflict);
      await expect(perform(tx, ada, makeDefault, { calendarId: 999_999 })).rejects.toThrow(NotFound);
    }));

  it("stay with one default also when it is retired and replaced at the same time", async () => {
    const { db } = await freshDb();
    const { ada } = await castOf(db);
    const ids = await Promise.all(["North", "South"].map((name) => act(db, ada, addCalendar, { ...office, name })));
    await Promise.allSettled(
      ids.flatMap(({ calendarId }) => [
        act(db, ada, makeDefault, { calendarId }),
        act(db, ada, retireCalendar, { calendarId }),
      ]),
    );
    const defaults = (await listCalendars(db)).filter(({ isDefault }) => isDefault);
    expect(defaults).toHaveLength(1);
    expect(defaults[0]!.retiredAt).toBeNull();
  });
});
