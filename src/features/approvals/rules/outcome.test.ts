import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionProblem, outcomeOf, stateOf, type Outcome, type Rule, type Verdict } from "./outcome.ts";

const decided = (text: string): { personId: number; verdict: Verdict }[] =>
  [...text]
    .map((mark, index) => ({ personId: index + 1, mark }))
    .flatMap(({ personId, mark }) =>
      mark === "-" ? [] : [{ personId, verdict: mark === "+" ? "approved" : "declined" }],
    );

describe("what decisions come to", () => {
  // A mark for each of three approvers: + approved, x declined, - not heard yet.
  it.each<[Rule, string, Verdict | undefined]>([
    ["all", "---", undefined],
    ["all", "+--", undefined],
    ["all", "++-", undefined],
    ["all", "+++", "approved"],
    ["all", "x--", "declined"],
    ["all", "++x", "declined"],
    ["any", "---", undefined],
    ["any", "+--", "approved"],
    ["any", "-++", "approved"],
    ["any", "--x", "declined"],
    ["any", "+x-", "declined"],
  ])("%s of three, %s: %s", (rule, marks, outcome) => {
    expect(outcomeOf({ rule, approverIds: [1, 2, 3], decisions: decided(marks) })).toBe(outcome);
  });

  it("hears nobody who was not asked", () => {
    const decisions = [{ personId: 9, verdict: "approved" as const }];
    expect(outcomeOf({ rule: "any", approverIds: [1], decisions })).toBeUndefined();
  });

  it("does not depend on who was first", () => {
    const verdict = fc.constantFrom<Verdict>("approved", "declined");
    fc.assert(
      fc.property(
        fc.constantFrom<Rule>("all", "any"),
        fc.array(verdict, { maxLength: 5 }),
        fc.nat(3),
        (rule, all, more) => {
          const decisions = all.map((each, index) => ({ personId: index, verdict: each }));
          const approverIds = Array.from({ length: all.length + more }, (_, index) => index);
          const one = outcomeOf({ rule, approverIds, decisions });
          expect(outcomeOf({ rule, approverIds, decisions: decisions.toReversed() })).toBe(one);
        },
      ),
    );
  });
});

const at = new Date("2026-05-04T10:00:00Z");
const later = new Date("2026-05-05T10:00:00Z");
const earlier = new Date("2026-05-03T10:00:00Z");

it.each<[Outcome | null, Date, string]>([
  [null, later, "pending"],
  [null, at, "expired"],
  [null, earlier, "expired"],
  ["approved", earlier, "approved"],
  ["withdrawn", later, "withdrawn"],
])("an approval with the outcome %s that runs until %s is %s", (outcome, expiresAt, state) => {
  expect(stateOf({ outcome, expiresAt }, at)).toBe(state);
});

describe("who can still decide", () => {
  const open = { rule: "all" as const, approverIds: [1, 2], decisions: decided("+"), outcome: null, expiresAt: later };
  it.each<[string, number | null, Partial<{ outcome: Outcome; expiresAt: Date }>, string | undefined]>([
    ["an approver who is still to be heard", 2, {}, undefined],
    ["an approver who has approved", 1, {}, "alreadyApproved"],
    ["an approver who has approved, and it is over", 1, { outcome: "declined" }, "alreadyApproved"],
    ["somebody else", 3, {}, "notAsked"],
    ["a visitor", null, {}, "notAsked"],
    ["an approver after the outcome", 2, { outcome: "declined" }, "settled"],
    ["an approver after it was withdrawn", 2, { outcome: "withdrawn" }, "withdrawn"],
    ["an approver who is too late", 2, { expiresAt: earlier }, "expired"],
  ])("%s", (_who, personId, more, problem) => {
    expect(decisionProblem({ ...open, ...more }, { personId, at })).toBe(problem);
  });

  it("an approver who has declined", () => {
    expect(decisionProblem({ ...open, decisions: decided("x") }, { personId: 1, at })).toBe("alreadyDeclined");
  });
});
