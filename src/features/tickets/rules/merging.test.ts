import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paperTicket, paperType } from "../../../../test/support/paper-ticket.ts";
import { joinedByMerges, joinersOf, leaversOf, mergeRefusal, newReaders, peopleOf, type Step } from "./merging.ts";
import { isOrderOver, isTechnical, orderOf, orderStates } from "./technical.ts";
import { isOverdue } from "./tasks.ts";
import { statuses, type Status } from "./ticket.ts";

const technical = paperType({ kind: "technical" });

describe("what can go on in what", () => {
  test("depends on where the other stands, and on who sees it", () => {
    const refused = (source: Parameters<typeof paperTicket>[0], target: Parameters<typeof paperTicket>[0]) =>
      mergeRefusal(paperTicket(source), paperTicket(target));
    const into = (status: Status, from: Status = "open") => refused({ status: from }, { status });
    for (const status of ["open", "assigned", "in_progress", "waiting", "on_hold", "resolved"] as const)
      expect([status, into(status)]).toEqual([status, undefined]);
    expect(into("cancelled")).toBe("mergeIntoCancelled");
    expect(into("closed")).toBe("mergeIntoClosed");
    expect(into("closed", "resolved")).toBe("mergeIntoClosed");
    expect(into("closed", "closed")).toBeUndefined();
    expect(refused({}, { visibility: "internal" })).toBe("mergeIntoInternal");
    expect(refused({ visibility: "internal" }, { visibility: "internal" })).toBeUndefined();
    expect(refused({ visibility: "internal" }, {})).toBeUndefined();
    expect(refused({}, { type: technical })).toBe("mergeTechnical");
    expect(refused({ type: technical }, {})).toBe("mergeTechnical");
    expect(refused({ type: technical }, { type: technical })).toBeUndefined();
  });
});

const people = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 5 });
const circle = fc
  .record({ all: people, organisationId: fc.option(fc.integer({ min: 1, max: 3 })) })
  .map(({ all: [requesterId = 1, ...participantIds], organisationId }) => ({
    requesterId,
    participantIds,
    organisationId,
  }));
const memberships = fc
  .array(fc.uniqueArray(fc.integer({ min: 1, max: 3 })), { minLength: 8, maxLength: 8 })
  .map((all) => new Map(all.map((ids, index) => [index + 1, ids])));

describe("who reads what after a merge", () => {
  test("nobody is a new reader of what he takes part in, or what is of his organisation", () => {
    fc.assert(
      fc.property(circle, circle, memberships, (source, target, of) => {
        const { ofTarget, ofSource } = newReaders({ source, target }, of);
        for (const [readers, own, other] of [
          [ofTarget, source, target],
          [ofSource, target, source],
        ] as const) {
          for (const personId of readers) {
            expect(peopleOf(own)).toContain(personId);
            expect(peopleOf(other)).not.toContain(personId);
            expect(of.get(personId) ?? []).not.toContain(other.organisationId ?? 0);
          }
          // Whoever would read it only now is asked about.
          for (const personId of peopleOf(own))
            if (!peopleOf(other).includes(personId) && !(of.get(personId) ?? []).includes(other.organisationId ?? 0))
              expect(readers).toContain(personId);
        }
      }),
    );
  });

  test("private requests of two people are nobody else's business", () => {
    const alone = (requesterId: number) => ({ requesterId, participantIds: [], organisationId: null });
    expect(newReaders({ source: alone(1), target: alone(2) }, new Map())).toEqual({ ofTarget: [1], ofSource: [2] });
    expect(newReaders({ source: alone(1), target: alone(1) }, new Map())).toEqual({ ofTarget: [], ofSource: [] });
  });

  test("whoever joins by a merge, and nobody else, leaves when it is undone", () => {
    fc.assert(
      fc.property(circle, circle, (source, target) => {
        const joining = joinersOf(source, target);
        const after = [...target.participantIds, ...joining];
        const joined = joinedByMerges([{ isMerge: true, from: target.participantIds, to: after }]);
        expect(leaversOf(after, { joined, held: [] }).sort()).toEqual([...joining].sort());
        // As long as it is merged, or another is that holds them, they stay.
        expect(leaversOf(after, { joined, held: peopleOf(source) })).toEqual([]);
      }),
    );
  });

  test("whoever was wanted for himself stays", () => {
    const merge: Step = { isMerge: true, from: [], to: [1, 2] };
    const takenOut: Step = { isMerge: false, from: [1, 2], to: [1] };
    const putIn: Step = { isMerge: false, from: [1], to: [1, 2] };
    expect([...joinedByMerges([merge])]).toEqual([1, 2]);
    expect([...joinedByMerges([merge, takenOut])]).toEqual([1]);
    expect([...joinedByMerges([merge, takenOut, putIn])]).toEqual([1]);
  });
});

describe("an order", () => {
  test("that was closed without being resolved is not done", () => {
    const closed = { type: technical, status: "closed", resolvedAt: null } as const;
    expect(orderOf(paperTicket(closed)).state).toBe("dropped");
  });

  test("tells a number, a state and a version, and nothing else of the technical ticket", () => {
    const told = statuses.map((status) => {
      const order = orderOf(paperTicket({ type: technical, status, plannedVersion: "5.2", resolvedAt: new Date(0) }));
      expect(Object.keys(order).sort()).toEqual(["number", "plannedVersion", "state"]);
      expect(orderStates).toContain(order.state);
      return `${status}: ${order.state}${isOrderOver(order) ? ", over" : ""}`;
    });
    expect(told).toEqual([
      "draft: received",
      "open: received",
      "assigned: received",
      "in_progress: in_progress",
      "waiting: in_progress",
      "on_hold: on_hold",
      "resolved: done, over",
      "closed: done, over",
      "cancelled: dropped, over",
    ]);
    expect(isTechnical({ type: technical })).toBe(true);
    expect(isTechnical(paperTicket())).toBe(false);
  });
});

test("a task is overdue from the day after its own on, until it is done", () => {
  expect(isOverdue({ dueOn: "2026-03-02", doneAt: null }, "2026-03-02")).toBe(false);
  expect(isOverdue({ dueOn: "2026-03-02", doneAt: null }, "2026-03-03")).toBe(true);
  expect(isOverdue({ dueOn: "2026-03-02", doneAt: new Date() }, "2026-03-03")).toBe(false);
  expect(isOverdue({ dueOn: null, doneAt: null }, "2026-03-03")).toBe(false);
});
