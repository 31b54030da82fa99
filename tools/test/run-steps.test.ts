import { expect, test } from "vitest";
import { runProgram } from "./program.ts";
import { addSums, runSteps } from "./run-steps.ts";
import type { Step } from "./steps.ts";
import { tallyCheck } from "./tally.ts";

const check = (name: string, program: string): Step => ({
  name,
  async run() {
    const ended = await runProgram(["--eval", program], { cwd: import.meta.dirname });
    return { ...tallyCheck(ended), output: ended.output };
  },
});

const run = async (...steps: Step[]) => {
  const lines: string[] = [];
  const sum = await runSteps(steps, { atOnce: 2, say: (line) => lines.push(line) });
  return { sum, text: lines.join("\n") };
};

test("a failing step holds up no other, and shows what it said", async () => {
  const { sum, text } = await run(
    check("bad", "console.log('what is wrong'); process.exit(3)"),
    check("good", "console.log('nobody needs this')"),
    check("loud", "console.error('deprecated')"),
    check("gone", "process.kill(process.pid, 'SIGKILL')"),
  );
  expect(sum).toMatchObject({ passed: 1, failed: 3 });
  expect(sum.broken.sort()).toEqual(["bad", "gone", "loud"]);
  expect(sum.remarks).toContain("bad: it ended with 3, see above");
  expect(text).toContain("what is wrong");
  expect(text).toContain("deprecated");
  expect(text).not.toContain("nobody needs this");
  expect(text).toMatch(/✓ good +\d+\.\d s +1 passed, 0 failed/);
  expect(text).toMatch(/✗ bad +\d+\.\d s +0 passed, 1 failed/);
});

test("a step that cannot even run has failed", async () => {
  const { sum, text } = await run({ name: "broken", run: () => Promise.reject(new Error("no such program")) });
  expect(sum).toEqual({
    passed: 0,
    failed: 1,
    broken: ["broken"],
    remarks: ["broken: it could not be run: Error: no such program"],
  });
  expect(text).toContain("no such program");
});

test("sums add up", () => {
  const one = { passed: 1, failed: 2, broken: ["a"], remarks: ["a: why"] };
  const other = { passed: 10, failed: 0, broken: [], remarks: [] };
  expect(addSums(one, other)).toEqual({ passed: 11, failed: 2, broken: ["a"], remarks: ["a: why"] });
});
