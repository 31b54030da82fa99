import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assigneeRules, chooseAssignee, type AssigneeRule } from "./assignees.ts";

const choice = (rule: AssigneeRule, more: Partial<Parameters<typeof chooseAssignee>[0]> = {}) =>
  chooseAssignee({ rule, memberIds: [3, 1, 2], personId: null, lastId: null, loads: new Map(), ...more });

describe("whoever gets what comes to a team", () => {
  it.each([
    ["nobody", {}, undefined],
    ["person", { personId: 2 }, 2],
    // Has left the team or the desk.
    ["person", { personId: 9 }, undefined],
    ["round_robin", {}, 1],
    ["round_robin", { lastId: 1 }, 2],
    ["round_robin", { lastId: 3 }, 1],
    // The last one has left.
    ["round_robin", { memberIds: [1, 3], lastId: 2 }, 3],
    ["round_robin", { memberIds: [] }, undefined],
    [
      "least_busy",
      {
        loads: new Map([
          [1, 4],
          [2, 1],
          [3, 2],
        ]),
      },
      2,
    ],
    ["least_busy", { loads: new Map([[1, 4]]), lastId: 2 }, 3],
    ["least_busy", { lastId: 1 }, 2],
    ["least_busy", { memberIds: [] }, undefined],
  ] as const)("%s with %j: %s", (rule, more, expected) => {
    expect(choice(rule, more)).toBe(expected);
  });

  it("is a member, or nobody", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...assigneeRules),
        fc.uniqueArray(fc.integer({ min: 1, max: 20 })),
        fc.option(fc.integer({ min: 1, max: 20 })),
        fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), fc.nat(50))),
        (rule, memberIds, id, loads) => {
          const chosen = choice(rule, { memberIds, personId: id, lastId: id, loads: new Map(loads) });
          return chosen === undefined || memberIds.includes(chosen);
        },
      ),
    );
  });

  it("takes turns: in as many tickets as there are members each gets one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("round_robin" as const, "least_busy" as const),
        fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 12 }),
        (rule, memberIds) => {
          const loads = new Map<number, number>();
          let lastId: number | null = null;
          for (const _ of memberIds) {
            lastId = choice(rule, { memberIds, lastId, loads }) ?? null;
            if (lastId !== null) loads.set(lastId, (loads.get(lastId) ?? 0) + 1);
          }
          expect([...loads.keys()].toSorted()).toEqual(memberIds.toSorted());
        },
      ),
    );
  });
});
