import { describe, expect, it } from "vitest";
import { agreed, always, at, clock, find, later, office, opened, target } from "../../../../test/support/promises.ts";
import type { Status } from "../../ticket-types/rules/index.ts";
import { clocksOf } from "./clocks.ts";
import type { Fact, TicketState } from "./history.ts";

const submitted = (wall: string, state: Partial<TicketState> = {}): Fact[] => [
  { at: at(wall), kind: "submitted", state: { ...opened, ...state } },
  { at: at(wall), kind: "said", by: "customer" },
];
const status = (wall: string, to: Status): Fact => ({ at: at(wall), kind: "changed", change: { status: to } });
const change = (wall: string, to: Partial<TicketState>): Fact => ({ at: at(wall), kind: "changed", change: to });
const said = (wall: string, by: "customer" | "agent"): Fact => ({ at: at(wall), kind: "said", by });

describe("the first response", () => {
  it("is due after the promised working time, and warned of before", () => {
    expect(clock("first_response", submitted("01T17:00"))).toMatchObject({
      pace: "counting",
      startedAt: at("01T17:00"),
      dueAt: at("02T10:00"),
      warnAt: at("02T09:30"),
      endedAt: null,
      outcome: null,
    });
  });

  it.each<[string, string, "met" | "missed", number]>([
    ["in time", "02T09:30", "met", 90],
    ["in the last minute", "02T10:00:59", "met", 120],
    ["too late", "02T10:01", "missed", 121],
  ])("is given %s", (_what, answered, outcome, usedMinutes) => {
    const given = clock("first_response", [...submitted("01T17:00"), said(answered, "agent")]);
    expect(given).toMatchObject({ outcome, usedMinutes, endedAt: at(answered), pace: "over" });
    expect(given.dueAt).toEqual(outcome === "met" ? null : at("02T10:00"));
  });

  it("is not awaited when we wrote first", () => {
    const ours: Fact[] = [{ at: at("01T10:00"), kind: "submitted", state: opened }, said("01T10:00", "agent")];
    const clocks = clocksOf(ours, agreed(), later);
    expect(find(clocks, "first_response")).toBeUndefined();
    expect(find(clocks, "resolution")).toBeDefined();
  });

  it("is also given by solving it, and dropped by withdrawing it", () => {
    expect(clock("first_response", [...submitted("01T10:00"), status("01T11:00", "resolved")]).outcome).toBe("met");
    expect(clock("first_response", [...submitted("01T10:00"), status("01T11:00", "cancelled")])).toMatchObject({
      outcome: "dropped",
      endedAt: at("01T11:00"),
      dueAt: null,
    });
  });
});

describe("the next response", () => {
  const answered = [...submitted("01T10:00"), said("01T11:00", "agent")];

  it("is awaited from a customer's later message on, each time anew", () => {
    const facts = [
      ...answered,
      said("01T12:00", "customer"),
      said("01T12:30", "customer"),
      said("01T14:00", "agent"),
      said("02T09:00", "customer"),
      said("02T15:00", "agent"),
    ];
    expect(clock("next_response", facts)).toMatchObject({
      startedAt: at("01T12:00"),
      usedMinutes: 120,
      outcome: "met",
    });
    expect(clock("next_response", facts, { round: 2 })).toMatchObject({
      startedAt: at("02T09:00"),
      dueAt: at("02T12:00"),
      outcome: "missed",
    });
    expect(find(clocksOf(facts, agreed(), later), "next_response", 3)).toBeUndefined();
  });

  it("is not awaited while the first one is", () => {
    const facts = [...submitted("01T10:00"), said("01T10:30", "customer")];
    expect(find(clocksOf(facts, agreed(), later), "next_response")).toBeUndefined();
    expect(clock("first_response", facts).startedAt).toEqual(at("01T10:00"));
  });

  it("begins again when a customer writes into a solved ticket", () => {
    const facts = [
      ...answered,
      status("01T12:00", "resolved"),
      said("02T09:00", "customer"),
      change("02T09:00", { status: "in_progress" }),
    ];
    expect(clock("next_response", facts)).toMatchObject({ startedAt: at("02T09:00"), dueAt: at("02T12:00") });
  });
});

describe("the resolution", () => {
  it("pauses while the customer is asked or a technical ticket is open", () => {
    const facts = [
      ...submitted("01T10:00"),
      status("01T12:00", "waiting"),
      status("03T09:00", "in_progress"),
      status("03T10:00", "on_hold"),
      status("04T17:00", "in_progress"),
    ];
    const running = clock("resolution", facts);
    // 2 h + 1 h are used of 16 h; 1 h is left of Thursday, then 9 h of Friday and 3 h of Monday.
    expect(running).toMatchObject({ pace: "counting", dueAt: at("08T12:00") });
    expect(running.segments.map(({ pace }) => pace)).toEqual(["counting", "paused", "counting", "paused", "counting"]);
    expect(running.segments.map(({ minutes }) => minutes).slice(0, 4)).toEqual([120, 0, 60, 0]);
  });

  it("is not due while it is paused", () => {
    expect(clock("resolution", [...submitted("01T10:00"), status("01T12:00", "waiting")])).toMatchObject({
      pace: "paused",
      dueAt: null,
      warnAt: null,
      usedMinutes: 120,
    });
  });

  it("was due before, when the time was used up before the pause", () => {
    const facts = [...submitted("01T10:00"), status("05T10:00", "waiting")];
    expect(clock("resolution", facts)).toMatchObject({ pace: "paused", dueAt: at("02T17:00") });
  });

  it("ends when it is solved, also if it is closed later, and goes on where it stood when it is reopened", () => {
    const solved = [...submitted("01T10:00"), status("01T15:00", "resolved"), status("20T10:00", "closed")];
    expect(clock("resolution", solved)).toMatchObject({ endedAt: at("01T15:00"), usedMinutes: 300, outcome: "met" });
    const reopened = clock("resolution", [...solved, status("22T09:00", "in_progress")]);
    expect(reopened).toMatchObject({ outcome: null, endedAt: null, dueAt: at("23T11:00") });
    expect(reopened.segments.map(({ pace }) => pace)).toEqual(["counting", "over", "over", "counting"]);
  });

  it("is missed when it took longer, met when it was closed in time, dropped when it was withdrawn", () => {
    expect(clock("resolution", [...submitted("01T10:00"), status("05T10:00", "resolved")])).toMatchObject({
      outcome: "missed",
      dueAt: at("02T17:00"),
    });
    expect(clock("resolution", [...submitted("01T10:00"), status("01T12:00", "closed")]).outcome).toBe("met");
    expect(clock("resolution", [...submitted("01T10:00"), status("01T12:00", "cancelled")]).outcome).toBe("dropped");
  });
});

describe("a change on the way", () => {
  const slow = target(1);
  const fast = target(2, {
    priority: "blocker",
    minutes: { first_response: 60, next_response: 60, resolution: 240 },
    warnBefore: { percent: 50 },
  });
  const gold = target(3, {
    packageId: 7,
    minutes: { first_response: 60, next_response: 60, resolution: 600 },
    calendarId: 2,
  });
  const agreements = agreed([slow, fast, gold], { 2: always });

  it("of the priority leaves what is used, and what is left of the new promise", () => {
    const facts = [...submitted("01T10:00"), change("01T12:00", { priority: "blocker" })];
    expect(clock("resolution", facts, { agreements })).toMatchObject({
      target: fast,
      dueAt: at("01T14:00"),
      warnAt: at("01T12:00"),
    });
    // And back again.
    expect(clock("resolution", [...facts, change("01T13:00", { priority: "low" })], { agreements })).toMatchObject({
      target: slow,
      dueAt: at("02T17:00"),
    });
  });

  it("can show that the new promise is broken already, and since when", () => {
    const facts = [...submitted("01T10:00"), change("01T16:00", { priority: "blocker" })];
    expect(clock("resolution", facts, { agreements })).toMatchObject({ dueAt: at("01T14:00"), outcome: null });
  });

  it("of the package counts the time before in the calendar of before, and the time after in the new one", () => {
    const facts = [...submitted("01T16:00"), change("01T20:00", { packageId: 7 })];
    // 2 h until 18:00 are used; the 8 h that are left of 10 h count around the clock from 20:00 on.
    const changed = clock("resolution", facts, { agreements });
    expect(changed).toMatchObject({ target: gold, dueAt: at("02T04:00") });
    expect(changed.segments.map(({ calendarId, minutes }) => [calendarId, minutes]).at(0)).toEqual([1, 120]);
  });

  it("of the team counts on in its calendar, unless the promise names one", () => {
    const facts = [...submitted("01T16:00"), change("01T20:00", { calendarId: 2 })];
    const calendars = (calendarId: number | null) => agreed([target(1, { calendarId })], { 2: always });
    // 2 h until 18:00 are used; 14 h are left of 16 h.
    expect(clock("resolution", facts, { agreements: calendars(null) }).dueAt).toEqual(at("02T10:00"));
    expect(clock("resolution", facts, { agreements: calendars(1) }).dueAt).toEqual(at("03T14:00"));
  });

  it("of a calendar leaves what counted", () => {
    const versions = [
      { since: new Date(0), time: office },
      { since: at("02T09:00"), time: always },
    ];
    const changed = { targets: [slow], calendars: new Map([[1, versions]]) };
    // Monday 17:00 to 18:00 counted; the 15 h that are left run around the clock from Tuesday 9:00 on.
    expect(clock("resolution", submitted("01T17:00"), { agreements: changed }).dueAt).toEqual(at("03T00:00"));
  });

  it("of what is promised holds from then on, and does not touch clocks that have ended", () => {
    const replaced = [
      target(1, { until: at("02T12:00") }),
      target(4, { since: at("02T12:00"), minutes: { first_response: 30, next_response: 30, resolution: 60 } }),
    ];
    const answered = [...submitted("01T17:00"), said("02T10:00", "agent")];
    const clocks = clocksOf(answered, agreed(replaced), later);
    expect(find(clocks, "first_response")).toMatchObject({ outcome: "met", targetMinutes: 120 });
    expect(find(clocks, "resolution")).toMatchObject({ targetMinutes: 60, dueAt: at("01T18:00") });
  });

  it("to a ticket for which nothing is promised takes its clocks away, and back it counts from the beginning", () => {
    const only = agreed([fast]);
    expect(clocksOf(submitted("01T10:00"), only, later)).toEqual([]);
    const facts = [...submitted("01T10:00"), change("01T12:00", { priority: "blocker" })];
    expect(clock("resolution", facts, { agreements: only })).toMatchObject({
      startedAt: at("01T10:00"),
      dueAt: at("01T14:00"),
    });
  });

  it("leaves out kinds without a promise", () => {
    const noSolution = agreed([target(1, { minutes: { first_response: 60, next_response: null, resolution: null } })]);
    expect(clocksOf(submitted("01T10:00"), noSolution, later).map(({ kind }) => kind)).toEqual(["first_response"]);
  });
});
