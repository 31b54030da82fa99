import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { paperTicket, paperType } from "../../../../test/support/paper-ticket.ts";
import { Conflict } from "../../../platform/errors.ts";
import { after, days, useClock } from "../../../platform/time.ts";
import {
  canStillReopen,
  customerStatusName,
  isLegal,
  legalVerbs,
  move,
  nearestStatus,
  reopenableUntil,
  statusName,
  verbs,
  verbTowards,
  whoseTurn,
  type Verb,
} from "./status.ts";
import { statuses, type Status, type Ticket, type TicketType } from "./ticket.ts";

const closedAt = new Date("2026-03-02T09:00:00Z");
let restore = useClock(() => closedAt);
afterEach(() => {
  restore();
  restore = useClock(() => closedAt);
});
const letPass = (count: number) => {
  restore();
  restore = useClock(() => after(closedAt, days(count)));
};

test("the whole machine, on one sheet", () => {
  const sheet = verbs.map((verb) => {
    const moves = statuses.flatMap((status) => {
      const ticket = paperTicket({ status });
      return isLegal(ticket, verb) ? [`${status} → ${move(ticket, verb)}`] : [];
    });
    return `${verb}: ${moves.join(", ")}`;
  });
  expect(sheet).toMatchSnapshot();
});

describe("moves", () => {
  test.each<[Verb, Partial<Ticket>, Status]>([
    ["submit", { status: "draft" }, "open"],
    ["assign", { status: "open", assigneeIds: [4] }, "assigned"],
    ["take", { status: "open", assigneeIds: [4] }, "assigned"],
    ["unassignLast", { status: "in_progress", assigneeIds: [] }, "open"],
    ["unassignLast", { status: "waiting", assigneeIds: [] }, "waiting"],
    ["answer", { status: "waiting", assigneeIds: [4] }, "in_progress"],
    ["answer", { status: "waiting" }, "open"],
    ["answer", { status: "waiting", assigneeIds: [4], approval: "pending" }, "waiting"],
    ["answer", { status: "resolved", assigneeIds: [4] }, "in_progress"],
    ["answer", { status: "in_progress" }, "in_progress"],
    ["reply", { status: "closed", assigneeIds: [4] }, "in_progress"],
    ["hold", { status: "in_progress" }, "on_hold"],
    ["release", { status: "on_hold", assigneeIds: [4] }, "in_progress"],
    ["resolve", { status: "on_hold" }, "resolved"],
    ["rate", { status: "resolved" }, "closed"],
    ["reopen", { status: "cancelled" }, "open"],
  ])("%s of %o leads to %s", (verb, facts, to) => {
    expect(move(paperTicket(facts), verb)).toBe(to);
  });

  test.each<[Verb, Status, string]>([
    ["submit", "open", "tickets.otherStatus"],
    ["answer", "draft", "tickets.notSubmitted"],
    ["reply", "cancelled", "tickets.isCancelled"],
    ["start", "resolved", "tickets.isResolved"],
    ["resolve", "closed", "tickets.isClosed"],
    ["release", "in_progress", "tickets.otherStatus"],
  ])("%s is refused while %s, with the reason", (verb, status, reason) => {
    expect(() => move(paperTicket({ status }), verb)).toThrow(reason);
  });

  test("without a rating, resolving closes", () => {
    const type = paperType({ hasRating: false });
    expect(move(paperTicket({ status: "in_progress", type }), "resolve")).toBe("closed");
    expect(isLegal(paperTicket({ status: "resolved", type }), "rate")).toBe(false);
  });
});

describe("an answer to a closed ticket", () => {
  const closed = paperTicket({ status: "closed", closedAt });

  test("brings it back until the last moment of the type's days, and not after it", () => {
    letPass(14);
    expect(move(closed, "answer")).toBe("open");
    expect(reopenableUntil(closed)).toEqual(after(closedAt, days(14)));
    letPass(14.0001);
    expect(() => move(closed, "answer")).toThrow("tickets.closedForGood");
    expect(reopenableUntil(closed)).toBeUndefined();
  });

  test("never does where the type has no days, but an agent may reopen at any time", () => {
    const ticket = { ...closed, type: paperType({ reopenDays: 0 }) };
    expect(canStillReopen(ticket)).toBe(false);
    letPass(400);
    expect(move(ticket, "reopen")).toBe("open");
  });
});

describe("a type that uses only some statuses", () => {
  const type = paperType({ statuses: ["open", "in_progress", "closed"] });

  test("offers no verb whose whole point is a status it does not have", () => {
    const offered = legalVerbs(paperTicket({ type }));
    expect(offered).not.toContain("ask");
    expect(offered).not.toContain("hold");
    expect(offered).not.toContain("cancel");
  });

  test("puts the nearest status in place of the others", () => {
    expect(move(paperTicket({ type, assigneeIds: [4] }), "assign")).toBe("in_progress");
    expect(move(paperTicket({ type, status: "in_progress" }), "resolve")).toBe("closed");
    expect(nearestStatus("waiting", type)).toBe("in_progress");
    expect(nearestStatus("cancelled", type)).toBe("closed");
  });

  test("does not offer a start that would change nothing", () => {
    const narrow = paperType({ statuses: ["open", "assigned", "closed"] });
    expect(isLegal(paperTicket({ type: narrow, status: "assigned" }), "start")).toBe(false);
  });
});

test("a status that is wished for is reached by the verb that leads there", () => {
  expect(verbTowards(paperTicket({ status: "on_hold" }), "in_progress")).toBe("release");
  expect(verbTowards(paperTicket({ status: "closed" }), "in_progress")).toBe("reopen");
  const unrated = paperTicket({ status: "in_progress", type: paperType({ hasRating: false }) });
  expect(verbTowards(unrated, "resolved")).toBe("resolve");
  expect(() => verbTowards(paperTicket({ status: "resolved" }), "on_hold")).toThrow("tickets.isResolved");
});

test("names of a status differ by type and reader", () => {
  const done = { en: "Done", de: "Fertig" };
  const type = paperType({ statusNames: { resolved: done }, toldStatuses: ["in_progress"] });
  expect(statusName({ status: "resolved", type })).toEqual({ status: "resolved", ...done });
  expect(customerStatusName({ status: "resolved", type }).de).toBe("Gelöst");
  expect(customerStatusName({ status: "in_progress", type }).status).toBe("in_progress");
  expect(customerStatusName({ status: "in_progress", type: paperType() })).toMatchObject({
    status: "open",
    de: "Offen",
  });
});

test("whose turn it is", () => {
  expect(Object.fromEntries(statuses.map((status) => [status, whoseTurn(status)]))).toEqual({
    draft: "customer",
    open: "us",
    assigned: "us",
    in_progress: "us",
    waiting: "customer",
    on_hold: "us",
    resolved: "customer",
    closed: "nobody",
    cancelled: "nobody",
  });
});

const anyType = fc
  .record({
    statuses: fc.subarray([...statuses]).map((some) => [...new Set<Status>([...some, "open", "closed"])]),
    hasRating: fc.boolean(),
    reopenDays: fc.integer({ min: 0, max: 30 }),
  })
  .map((facts): TicketType => paperType(facts));

/** A verb, on whom it leaves the ticket, and how many days pass before it. */
const anyStep = fc.record({
  verb: fc.constantFrom(...verbs),
  assigneeIds: fc.subarray([1, 4]),
  daysBefore: fc.integer({ min: 0, max: 20 }),
});

const walk = (type: TicketType, steps: { verb: Verb; assigneeIds: number[]; daysBefore: number }[]) => {
  let passed = 0;
  let ticket = paperTicket({ type, status: type.statuses.includes("draft") ? "draft" : "open" });
  const seen: { verb: Verb; from: Status; to: Status; sinceClosed: number }[] = [];
  for (const { verb, assigneeIds, daysBefore } of steps) {
    passed += daysBefore;
    letPass(passed);
    const before = { ...ticket, assigneeIds };
    if (!isLegal(before, verb)) {
      expect(() => move(before, verb)).toThrow(Conflict);
      continue;
    }
    const to = move(before, verb);
    const sinceClosed = ticket.closedAt ? passed - (ticket.closedAt.getTime() - closedAt.getTime()) / days(1) : 0;
    seen.push({ verb, from: ticket.status, to, sinceClosed });
    const isOver = to === "closed" || to === "cancelled";
    ticket = {
      ...before,
      status: to,
      closedAt: isOver ? (ticket.status === to ? ticket.closedAt : after(closedAt, days(passed))) : null,
    };
  }
  return { ticket, seen };
};

describe("whatever is done in whatever order", () => {
  test("the ticket stays in statuses of its type", () => {
    fc.assert(
      fc.property(anyType, fc.array(anyStep, { maxLength: 40 }), (type, steps) => {
        for (const { to } of walk(type, steps).seen) if (to !== "draft") expect(type.statuses).toContain(to);
      }),
    );
  });

  test("a draft is never gone back to", () => {
    fc.assert(
      fc.property(anyType, fc.array(anyStep, { maxLength: 40 }), (type, steps) => {
        expect(walk(type, steps).seen.filter(({ to }) => to === "draft")).toEqual([]);
      }),
    );
  });

  test("an answer never reopens a ticket that was closed longer than the type's days ago", () => {
    fc.assert(
      fc.property(anyType, fc.array(anyStep, { maxLength: 40 }), (type, steps) => {
        for (const { verb, from, sinceClosed } of walk(type, steps).seen)
          if (verb === "answer" && from === "closed") {
            expect(type.reopenDays).toBeGreaterThan(0);
            expect(sinceClosed).toBeLessThanOrEqual(type.reopenDays);
          }
      }),
      { numRuns: 500 },
    );
  });

  test("work in progress that nobody has does not come about by an answer, a release or a reopening", () => {
    fc.assert(
      fc.property(anyType, fc.constantFrom(...statuses), (type, status) => {
        fc.pre(type.statuses.includes("in_progress"));
        for (const verb of ["answer", "release", "reopen", "reply"] as const) {
          const ticket = paperTicket({ type, status, assigneeIds: [] });
          if (isLegal(ticket, verb) && move(ticket, verb) !== status) expect(move(ticket, verb)).toBe("open");
        }
      }),
    );
  });
});

test("every status can be reached from a draft", () => {
  const reached = new Set<Status>(["draft"]);
  for (const status of reached)
    for (const verb of verbs)
      for (const assigneeIds of [[], [4]]) {
        const ticket = paperTicket({ status, assigneeIds });
        if (isLegal(ticket, verb)) reached.add(move(ticket, verb));
      }
  expect([...reached].sort()).toEqual([...statuses].sort());
});
