import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreed, always, at, clock, later, office, opened, target } from "../../../../test/support/promises.ts";
import { addBusinessMinutes } from "../../working-time/rules/index.ts";
import type { Priority, Status } from "../../ticket-types/rules/index.ts";
import type { Clock } from "./clocks.ts";
import type { Agreements, Fact } from "./history.ts";

/** A life: steps of some minutes, each in a status. */
interface Step {
  minutes: number;
  status: Status;
}
const begin = at("01T09:00");
const minute = 60_000;
const lived = (steps: readonly Step[]): Fact[] => {
  let now = begin.getTime();
  const facts: Fact[] = [{ at: begin, kind: "submitted", state: { ...opened, status: steps[0]?.status ?? "open" } }];
  for (const [index, { minutes, status: to }] of steps.entries()) {
    if (index > 0) facts.push({ at: new Date(now), kind: "changed", change: { status: to } });
    now += minutes * minute;
  }
  return facts;
};
const steps = fc.array(
  fc.record({
    minutes: fc.integer({ min: 1, max: 3_000 }),
    status: fc.constantFrom<Status>("open", "assigned", "in_progress", "waiting", "on_hold"),
  }),
  { minLength: 1, maxLength: 8 },
);
const working: readonly Status[] = ["open", "assigned", "in_progress"];
const isPause = ({ status: each }: Step): boolean => !working.includes(each);
const resolution = (facts: readonly Fact[], agreements: Agreements, now: Date = later): Clock =>
  clock("resolution", facts, { agreements, now });
const seen = ({ pace, dueAt, usedMinutes }: Clock) => ({ pace, dueAt, usedMinutes });

describe("always", () => {
  const roundTheClock = agreed(
    [target(1, { minutes: { first_response: 60, next_response: 60, resolution: 100_000 } })],
    { 1: always },
  );

  it("the order of pauses does not matter, nor how they are cut", () => {
    fc.assert(
      fc.property(steps, fc.nat(), (life, seed) => {
        const end: Step = { minutes: 1, status: "in_progress" };
        const pauses = life.filter(isPause);
        const turned = pauses.map((_, index) => pauses[(index + seed) % pauses.length]!);
        const shuffled = life.map((step) => (isPause(step) ? turned.shift()! : step));
        const cut = life.flatMap((step) =>
          isPause(step) && step.minutes > 1
            ? [
                { minutes: 1, status: "waiting" as const },
                { minutes: step.minutes - 1, status: "on_hold" as const },
              ]
            : [step],
        );
        const one = resolution(lived([...life, end]), roundTheClock);
        expect(seen(resolution(lived([...shuffled, end]), roundTheClock))).toEqual(seen(one));
        expect(seen(resolution(lived([...cut, end]), roundTheClock))).toEqual(seen(one));
      }),
    );
  });

  it("why it is paused does not matter in any calendar", () => {
    fc.assert(
      fc.property(steps, (life) => {
        const swapped = life.map((step) =>
          isPause(step)
            ? { ...step, status: step.status === "waiting" ? ("on_hold" as const) : ("waiting" as const) }
            : step,
        );
        expect(seen(resolution(lived(swapped), agreed()))).toEqual(seen(resolution(lived(life), agreed())));
      }),
    );
  });

  it("used time is what the parts add up to, and at the deadline it is exactly what was promised", () => {
    fc.assert(
      fc.property(steps, (life) => {
        const facts = lived(life);
        const one = resolution(facts, agreed());
        expect(one.segments.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(one.usedMinutes);
        if (!one.dueAt) return;
        const begun = facts.filter((fact) => fact.at <= one.dueAt!);
        const then = resolution(begun, agreed(), one.dueAt);
        expect(then.usedMinutes).toBe(one.targetMinutes);
      }),
    );
  });

  it("changes of priority that are taken back leave no trace", () => {
    const agreements = agreed([
      target(1),
      target(2, { priority: "blocker", minutes: { first_response: 1, next_response: 1, resolution: 1 } }),
    ]);
    const anyPriority = fc.constantFrom<Priority | null>("low", "blocker", null);
    fc.assert(
      fc.property(
        steps,
        fc.array(fc.tuple(fc.integer({ min: 1, max: 5_000 }), anyPriority), { maxLength: 5 }),
        (life, changes) => {
          const facts = lived(life);
          const end = new Date(begin.getTime() + 40_000 * minute);
          const other: Fact[] = changes.map(([after, priority]) => ({
            at: new Date(begin.getTime() + after * minute),
            kind: "changed",
            change: { priority },
          }));
          const all = [...facts, ...other].toSorted((a, b) => a.at.getTime() - b.at.getTime());
          const back: Fact = {
            at: new Date(begin.getTime() + 30_000 * minute),
            kind: "changed",
            change: { priority: null },
          };
          expect(seen(resolution([...all, back], agreements, end))).toEqual(
            seen(resolution([...facts], agreements, end)),
          );
        },
      ),
    );
  });

  it("a clock without pauses is due when its calendar says", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 5_000 }), (after, promised) => {
        const from = new Date(begin.getTime() + after * minute);
        const agreements = agreed([
          target(1, { minutes: { first_response: promised, next_response: null, resolution: promised } }),
        ]);
        const facts: Fact[] = [{ at: from, kind: "submitted", state: opened }];
        for (const kind of ["first_response", "resolution"] as const)
          expect(clock(kind, facts, { agreements }).dueAt).toEqual(addBusinessMinutes(office, from, promised));
      }),
    );
  });
});
