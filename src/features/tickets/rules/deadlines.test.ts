import { describe, expect, it } from "vitest";
import { paperTicket } from "../../../../test/support/paper-ticket.ts";
import type { Changes } from "./changes.ts";
import { dueOf, dueState, factsOf, type PastEvent, type PastMessage, type TicketPast } from "./deadlines.ts";
import type { Clock } from "../../service-levels/rules/index.ts";
import type { Ticket } from "./ticket.ts";

const at = (minute: number): Date => new Date(Date.UTC(2026, 5, 1, 8, minute));

const event = (id: number, minute: number, changes: Changes = {}, more: Partial<PastEvent> = {}): PastEvent => ({
  id,
  at: at(minute),
  isOpening: id === 1,
  changes,
  replyEventId: null,
  takesBack: null,
  undoes: [],
  ...more,
});
const said = (eventId: number, side: "customer" | "agent", more: Partial<PastMessage> = {}): PastMessage => ({
  eventId,
  side,
  kind: "public",
  takenBackAt: null,
  copyOf: null,
  ...more,
});
const status = (from: string, to: string): Changes => ({ status: { from, to } });

const past = (ticket: Partial<Ticket>, more: Partial<TicketPast>): TicketPast => ({
  ticket: paperTicket({ submittedAt: at(0), organisationId: 5, ...ticket }),
  events: [event(1, 0)],
  messages: [said(1, "customer")],
  packages: { now: new Map([[5, 7]]), changes: [] },
  calendars: { teams: new Map([[2, 20]]), defaultId: 10, moves: [] },
  ...more,
});
/** What happened and when, as far as the clocks see it. */
const outline = (told: TicketPast): unknown[] =>
  factsOf(told).map((fact) => {
    const minute = (fact.at.getTime() - at(0).getTime()) / 60_000;
    if (fact.kind === "said") return `${minute} ${fact.by} speaks`;
    const { status: to, priority, packageId, calendarId } = fact.kind === "submitted" ? fact.state : fact.change;
    return `${minute} ${fact.kind}: ${to}, ${priority}, package ${packageId}, calendar ${calendarId}`;
  });

describe("what the clocks are computed from", () => {
  it("begins with the ticket as it was sent, however it is now", () => {
    expect(
      outline(
        past(
          { status: "resolved", priority: "high", teamId: 2 },
          {
            events: [
              event(1, 0),
              event(2, 5, { priority: { from: "low", to: "high" } }),
              event(3, 6, { teamId: { from: null, to: 2 } }),
              event(4, 9, status("open", "resolved")),
            ],
          },
        ),
      ),
    ).toEqual([
      "0 submitted: open, low, package 7, calendar 10",
      "0 customer speaks",
      "5 changed: open, high, package 7, calendar 10",
      "6 changed: open, high, package 7, calendar 20",
      "9 changed: resolved, high, package 7, calendar 20",
    ]);
  });

  it("knows nothing of a draft, and of its words only that they were sent", () => {
    expect(factsOf(past({ status: "draft", submittedAt: null }, {}))).toEqual([]);
    const sent = past(
      { status: "open", priority: null, submittedAt: at(30) },
      {
        events: [
          event(1, 0, {}, { isOpening: false }),
          event(2, 10, { priority: { from: "high", to: null } }),
          // The event is written a moment after the ticket.
          event(3, 31, status("draft", "open"), { isOpening: true }),
        ],
      },
    );
    expect(outline(sent)).toEqual(["30 submitted: open, null, package 7, calendar 10", "30 customer speaks"]);
  });

  it("leaves out an answer that was taken back, and what it brought along", () => {
    const told = past(
      { status: "open" },
      {
        events: [
          event(1, 0),
          event(2, 5),
          event(3, 5, status("open", "resolved"), { replyEventId: 2 }),
          event(4, 6, status("resolved", "open"), { takesBack: 2 }),
          event(5, 8),
        ],
        messages: [said(1, "customer"), said(2, "agent", { takenBackAt: at(6) }), said(5, "agent")],
      },
    );
    expect(outline(told).slice(1)).toEqual(["0 customer speaks", "8 agent speaks"]);
  });

  it("counts notes and updates as no answer, and neither what was said in another ticket", () => {
    const told = past(
      {},
      {
        events: [event(1, 0), event(2, 1), event(3, 2), event(4, 3)],
        messages: [
          said(1, "customer", { copyOf: 90 }),
          said(2, "agent", { copyOf: 91 }),
          said(3, "agent", { kind: "note" }),
          said(4, "agent", { kind: "update" }),
        ],
      },
    );
    expect(outline(told).slice(1)).toEqual(["0 customer speaks"]);
  });

  it("takes a ticket that goes on in another one as withdrawn, until it is back", () => {
    const told = past(
      { status: "open", mergedInto: null },
      {
        events: [
          event(1, 0),
          event(2, 5, { mergedInto: { from: null, to: 99 }, ...status("open", "closed") }),
          event(3, 9, { mergedInto: { from: 99, to: null }, ...status("closed", "open") }),
        ],
      },
    );
    expect(
      outline(told)
        .slice(2)
        .map((line) => String(line).split(",")[0]),
    ).toEqual(["5 changed: cancelled", "9 changed: open"]);
  });

  it("follows the package of the organisation, and the organisation", () => {
    const told = past(
      { organisationId: 6 },
      {
        events: [event(1, 0), event(2, 20, { organisationId: { from: 5, to: 6 } })],
        packages: {
          now: new Map([
            [5, 3],
            [6, null],
          ]),
          changes: [
            { organisationId: 5, at: at(-10), from: 1, to: 2 },
            { organisationId: 5, at: at(10), from: 2, to: 3 },
            { organisationId: 6, at: at(15), from: 8, to: 9 },
            { organisationId: 6, at: at(30), from: 9, to: null },
          ],
        },
      },
    );
    expect(outline(told).map((line) => /^(-?\d+).*package (\w+)/.exec(String(line))?.slice(1))).toEqual([
      ["0", "2"],
      undefined,
      ["10", "3"],
      ["20", "9"],
      ["30", "null"],
    ]);
  });
});

describe("the deadline that comes first", () => {
  const clock = (kind: Clock["kind"], dueAt: Date | null, endedAt: Date | null = null) =>
    ({ kind, dueAt, warnAt: null, endedAt }) as Clock;

  it("is the soonest of those that go on; a paused one only where nothing counts", () => {
    expect(dueOf([])).toBeNull();
    expect(dueOf([clock("first_response", at(1), at(2))])).toBeNull();
    expect(dueOf([clock("resolution", at(9)), clock("next_response", at(5))])?.kind).toBe("next_response");
    expect(dueOf([clock("next_response", null), clock("resolution", at(9))])?.kind).toBe("resolution");
    expect(dueOf([clock("resolution", null)])).toEqual({ kind: "resolution", at: null, warnAt: null });
  });

  it.each([
    [null, null, "paused"],
    [at(30), at(20), "ahead"],
    [at(30), at(10), "soon"],
    [at(30), null, "ahead"],
    [at(10), at(5), "overdue"],
  ] as const)("due %s, warned from %s on: %s", (due, warnAt, state) => {
    expect(dueState({ kind: "resolution", at: due, warnAt }, at(10))).toBe(state);
  });
});
