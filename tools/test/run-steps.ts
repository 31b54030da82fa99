import type { Step } from "./steps.ts";
import type { Tally } from "./tally.ts";

export interface Sum {
  passed: number;
  failed: number;
  /** Names of the steps with a failure. */
  broken: string[];
  /** What a person should know beside the numbers, one line each, with its step. */
  remarks: string[];
}

type Say = (line: string) => void;

/** Runs the steps, at most `atOnce` at a time, each with a line when it is done. One that fails holds up no other. */
export const runSteps = async (steps: readonly Step[], { atOnce, say }: { atOnce: number; say: Say }): Promise<Sum> => {
  const sum: Sum = { passed: 0, failed: 0, broken: [], remarks: [] };
  const waiting = [...steps];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const { passed, failed, remarks } = await runStep(step, say);
      sum.passed += passed;
      sum.failed += failed;
      if (failed > 0) sum.broken.push(step.name);
      sum.remarks.push(...remarks.map((remark) => `${step.name}: ${remark}`));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return sum;
};

const runStep = async (step: Step, say: Say): Promise<Tally> => {
  const start = performance.now();
  try {
    const { passed, failed, remarks, output } = await step.run();
    if (failed > 0) say(output.trimEnd());
    for (const remark of remarks) say(`  ${step.name}: ${remark}`);
    say(lineOf(step.name, { start, failed, counts: `${passed} passed, ${failed} failed` }));
    return { passed, failed, remarks };
  } catch (error) {
    say(String(error));
    say(lineOf(step.name, { start, failed: 1, counts: "it could not be run" }));
    return { passed: 0, failed: 1, remarks: [`it could not be run: ${String(error)}`] };
  }
};

const lineOf = (name: string, { start, failed, counts }: { start: number; failed: number; counts: string }): string => {
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  return `${failed === 0 ? "✓" : "✗"} ${name.padEnd(14)} ${seconds.padStart(6)} s   ${counts}`;
};

export const addSums = (...sums: readonly Sum[]): Sum => ({
  passed: sums.reduce((total, { passed }) => total + passed, 0),
  failed: sums.reduce((total, { failed }) => total + failed, 0),
  broken: sums.flatMap(({ broken }) => broken),
  remarks: sums.flatMap(({ remarks }) => remarks),
});
