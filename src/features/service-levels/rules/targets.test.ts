import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priorities, type Priority } from "../../ticket-types/rules/index.ts";
import { bySpecificity, fits, isInForce, targetFor, warningMinutes, type Target } from "./targets.ts";

const target = (id: number, criteria: Partial<Pick<Target, "packageId" | "typeId" | "priority">>): Target => ({
  id,
  packageId: null,
  typeId: null,
  priority: null,
  minutes: { first_response: 60, next_response: null, resolution: null },
  calendarId: 1,
  warnBefore: null,
  since: new Date(0),
  until: null,
  ...criteria,
});

const [gold, malfunction] = [7, 3];
const blocker = "blocker";

describe("the target that counts", () => {
  const all = target(1, {});
  const ofPriority = target(2, { priority: blocker });
  const ofType = target(3, { typeId: malfunction });
  const ofPackage = target(4, { packageId: gold });
  const ofTypeAndPriority = target(5, { typeId: malfunction, priority: blocker });
  const ofPackageAndPriority = target(6, { packageId: gold, priority: blocker });
  const ofPackageAndType = target(7, { packageId: gold, typeId: malfunction });
  const exact = target(8, { packageId: gold, typeId: malfunction, priority: blocker });
  const everything = [
    all,
    ofPriority,
    ofType,
    ofPackage,
    ofTypeAndPriority,
    ofPackageAndPriority,
    ofPackageAndType,
    exact,
  ];

  it("is the most specific: who names more; then package before type before priority", () => {
    expect(everything.toSorted(bySpecificity).map(({ id }) => id)).toEqual([8, 7, 6, 5, 4, 3, 2, 1]);
    const case_ = { packageId: gold, typeId: malfunction, priority: blocker } as const;
    // Taking the winner away each time, the next one wins.
    for (let left = [...everything]; left.length > 0; left = left.slice(0, -1))
      expect(targetFor(left, case_)).toBe(left.at(-1));
  });

  it.each<[string, { packageId: number | null; typeId: number; priority: Priority | null }, number | undefined]>([
    ["no package, no priority", { packageId: null, typeId: 9, priority: null }, 1],
    ["another package", { packageId: 8, typeId: 9, priority: "low" }, 1],
    ["the package alone", { packageId: gold, typeId: 9, priority: "low" }, 4],
    ["the type alone", { packageId: null, typeId: malfunction, priority: null }, 3],
    ["the priority alone", { packageId: null, typeId: 9, priority: blocker }, 2],
  ])("fits %s", (_what, circumstances, id) => {
    expect(targetFor(everything, circumstances)?.id).toBe(id);
  });

  it("may be missing", () => {
    expect(targetFor([exact], { packageId: null, typeId: malfunction, priority: blocker })).toBeUndefined();
  });

  it("does not depend on the order in which they stand", () => {
    const any = fc.record({
      packageId: fc.constantFrom(null, 1, 2),
      typeId: fc.constantFrom(null, 1, 2),
      priority: fc.constantFrom(null, ...priorities),
    });
    fc.assert(
      fc.property(
        fc.shuffledSubarray(everything, { minLength: 1 }),
        any,
        (targets, { packageId, typeId, priority }) => {
          const circumstances = {
            packageId: packageId === 1 ? gold : packageId,
            typeId: typeId ?? malfunction,
            priority,
          };
          const found = targetFor(targets, circumstances);
          expect(targetFor(targets.toReversed(), circumstances)).toBe(found);
          if (found) expect(fits(found, circumstances)).toBe(true);
          else expect(targets.some((each) => fits(each, circumstances))).toBe(false);
        },
      ),
    );
  });
});

it("a target is in force from its beginning until just before its end", () => {
  const ended = { ...target(1, {}), since: new Date(1_000), until: new Date(2_000) };
  expect([999, 1_000, 1_999, 2_000].map((at) => isInForce(ended, new Date(at)))).toEqual([false, true, true, false]);
});

it("a warning comes some minutes or some percent before the deadline, at the earliest at the beginning", () => {
  expect(warningMinutes(480, null)).toBeNull();
  expect(warningMinutes(480, { minutes: 60 })).toBe(60);
  expect(warningMinutes(30, { minutes: 60 })).toBe(30);
  expect(warningMinutes(480, { percent: 25 })).toBe(120);
  expect(warningMinutes(10, { percent: 25 })).toBe(3);
});
