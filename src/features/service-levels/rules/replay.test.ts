import { describe, expect, it } from "vitest";
import { agreed, at, later, office, opened, target } from "../../../../test/support/promises.ts";
import type { Fact } from "./history.ts";
import { asIfAlways, replayOf, withCalendar, withTarget } from "./replay.ts";

const ticket = (ticketId: number, ...more: readonly Fact[]) => ({
  ticketId,
  before: [
    { at: at("01T17:00"), kind: "submitted", state: opened },
    { at: at("01T17:00"), kind: "said", by: "customer" },
    ...more,
  ] satisfies Fact[],
});
const answered = (wall: string): Fact => ({ at: at(wall), kind: "said", by: "agent" });
const withdrawn = (wall: string): Fact => ({ at: at(wall), kind: "changed", change: { status: "cancelled" } });

const before = asIfAlways(agreed());
const { id: targetId, ...facts } = target(1);
const promising = (firstResponse: number | null) =>
  withTarget(before, {
    ends: targetId,
    begins: { ...facts, minutes: { first_response: firstResponse, next_response: null, resolution: null } },
  });
const standard = promising(120);

describe("a change that is replayed over past tickets", () => {
  it("moves nothing when nothing changes", () => {
    expect(replayOf([ticket(1, answered("02T09:30"))], { before, after: before, now: later })).toMatchObject({
      tickets: 1,
      deadlines: 2,
      earlier: 0,
      later: 0,
      moved: [],
    });
  });

  it("says of a shorter promise what would have been earlier, and what would have been missed", () => {
    // Due on the 2nd at 10:00; with an hour less on that day at 9:00, which is where the 1st ends.
    const past = [ticket(1, answered("02T09:30")), ticket(2, answered("01T17:30")), ticket(3, answered("02T11:00"))];
    const replay = replayOf(past, { before: standard, after: promising(60), now: later });
    expect(replay).toMatchObject({ tickets: 3, deadlines: 3, earlier: 3, later: 0, keptToMissed: 1, missedToKept: 0 });
    expect(replay.moved[0]).toEqual({
      ticketId: 1,
      kind: "first_response",
      round: 1,
      before: { dueAt: at("02T10:00"), verdict: "kept" },
      after: { dueAt: at("01T18:00"), verdict: "missed" },
      really: null,
    });
  });

  it("tells beside it what was really agreed, and counts nothing of that as moved", () => {
    const past = [ticket(1, answered("02T09:30")), ticket(2, answered("02T11:00"))];
    const really = promising(240);
    const replay = replayOf(past, { before: standard, after: promising(60), really, now: later });
    expect(replay).toMatchObject({ deadlines: 2, earlier: 2, reallyKept: 2, reallyMissed: 0 });
    expect(replay.moved[0]).toMatchObject({
      ticketId: 1,
      before: { verdict: "kept" },
      after: { verdict: "missed" },
      really: { dueAt: at("02T12:00"), verdict: "kept" },
    });
    const unpromised = replayOf(past, { before: promising(null), after: promising(null), really, now: later });
    expect(unpromised).toMatchObject({ deadlines: 0, reallyKept: 2, moved: [] });
  });

  it("says of a longer promise what would have been kept", () => {
    const past = [ticket(1, answered("02T09:30")), ticket(2, answered("02T11:00")), ticket(3)];
    const replay = replayOf(past, { before: standard, after: promising(240), now: at("02T11:30") });
    expect(replay).toMatchObject({ earlier: 0, later: 3, keptToMissed: 0, missedToKept: 2 });
    expect(replay.moved.map(({ ticketId, after }) => [ticketId, after?.verdict])).toEqual([
      [2, "kept"],
      [3, "open"],
      [1, "kept"],
    ]);
  });

  it("says of other hours in a calendar what they would have moved", () => {
    const free = { on: "2026-06-02", name: "Works outing", hours: [] };
    const time = { ...office, specialDays: [...office.specialDays, free] };
    const calendarId = opened.calendarId;
    const after = withCalendar(standard, { calendarId, time });
    const replay = replayOf([ticket(1, answered("02T11:00")), ticket(2, answered("01T17:30"))], {
      before: standard,
      after,
      now: later,
    });
    expect(replay).toMatchObject({ later: 2, missedToKept: 1, keptToMissed: 0 });
    expect(replay.moved[0]?.after).toEqual({ dueAt: at("03T10:00"), verdict: "kept" });
    expect(
      replayOf([ticket(1)], { before: standard, after: withCalendar(standard, { calendarId: 99, time }), now: later })
        .moved,
    ).toEqual([]);
  });

  it("counts promises that would be new or gone, and nothing of what was withdrawn", () => {
    const past = [ticket(1, answered("02T11:00")), ticket(2, withdrawn("01T17:30"))];
    const none = withTarget(standard, { ends: targetId, begins: null });
    expect(replayOf(past, { before: none, after: standard, now: later })).toMatchObject({
      deadlines: 1,
      added: 1,
      addedMissed: 1,
      removed: 0,
    });
    expect(replayOf(past, { before: standard, after: none, now: later })).toMatchObject({ added: 0, removed: 1 });
  });

  it("follows tickets into another calendar", () => {
    const abroad = { ...office, timeZone: "America/New_York" };
    const both = asIfAlways(agreed([target(1, { calendarId: null })], { 7: abroad }));
    const here = ticket(1).before;
    const there = here.map((fact): Fact => ("state" in fact ? { ...fact, state: { ...opened, calendarId: 7 } } : fact));
    const replay = replayOf([{ ticketId: 1, before: here, after: there }], { before: both, after: both, now: later });
    expect(replay).toMatchObject({ deadlines: 2, earlier: 2 });
  });
});

it("takes only what is agreed now, as if it had always been", () => {
  const known = asIfAlways(agreed([target(1, { until: at("01T09:00") }), target(2, { since: at("09T09:00") })]));
  expect(known.targets.map(({ id, since }) => [id, since.getTime()])).toEqual([[2, 0]]);
});
