import { expect, it } from "vitest";
import { whichAsked, type Question } from "./asked-when.ts";

const on = (name: string, ...isAnyOf: string[]): Question["when"] => ({ name, isAnyOf });
const answers =
  (given: Record<string, { value: string; inside: number }[]>) =>
  (name: string): { value: string; inside: number }[] =>
    given[name] ?? [];

it("asks what hangs on the answer that is given", () => {
  const questions = [
    { when: on("error", "yes"), inside: -1 },
    { when: on("who", "some", "few"), inside: -1 },
  ];
  expect(
    whichAsked(questions, answers({ error: [{ value: "no", inside: -1 }], who: [{ value: "few", inside: -1 }] })),
  ).toEqual([false, true]);
  expect(whichAsked(questions, answers({}))).toEqual([false, false]);
});

it("does not count the answer to a question that is not asked itself", () => {
  const chain = [
    { when: on("a", "yes"), inside: -1 },
    { when: on("b", "yes"), inside: -1 },
  ];
  const given = (a: string) => answers({ a: [{ value: a, inside: -1 }], b: [{ value: "yes", inside: 0 }] });
  expect(whichAsked(chain, given("yes"))).toEqual([true, true]);
  expect(whichAsked(chain, given("no"))).toEqual([false, false]);
});

it("asks nothing within what is not asked", () => {
  const nested = [
    { when: on("type", "2"), inside: -1 },
    { when: on("error", "yes"), inside: 0 },
  ];
  const given = (type: string) =>
    answers({ type: [{ value: type, inside: -1 }], error: [{ value: "yes", inside: 0 }] });
  expect(whichAsked(nested, given("2"))).toEqual([true, true]);
  expect(whichAsked(nested, given("1"))).toEqual([false, false]);
});
