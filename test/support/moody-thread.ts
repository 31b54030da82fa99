import { answerTasks } from "../../src/platform/side-thread.ts";

// A thread that does what it is told: answers, or goes wrong in one of the ways in which threads do.

const hoard = (): never => {
  const kept: string[][] = [];
  for (;;) kept.push(Array.from({ length: 100_000 }, (_, at) => `${kept.length} ${at}`));
};
const spin = (): never => {
  for (;;);
};

answerTasks(async ({ do: what }: { do: string }) => {
  if (what === "die") process.exit(1);
  if (what === "hang") spin();
  if (what === "hoard") hoard();
  if (what === "throw") throw new Error("a defect");
  return { value: `did ${what}` };
});
