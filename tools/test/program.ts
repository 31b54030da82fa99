import { spawn } from "node:child_process";
import { setPriority } from "node:os";

export interface Ended {
  exitCode: number | null;
  /** Both streams in the order in which they came. */
  output: string;
  stderr: string;
}

interface Way {
  cwd: string;
  env?: Record<string, string>;
  /** Its output goes to ours while it runs. */
  show?: boolean;
  /** As of nice(1): 0 for what others wait for, 19 for what takes only what they leave of the processors. */
  niceness?: number;
}

/** Runs a program on this Node to its end. */
export const runProgram = (
  parameters: readonly string[],
  { cwd, env = {}, show = false, niceness = 0 }: Way,
): Promise<Ended> => {
  const child = spawn(process.execPath, parameters, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (niceness > 0 && child.pid !== undefined) setPriority(child.pid, niceness);
  const stopChild = () => child.kill("SIGTERM");
  process.once("SIGINT", stopChild).once("SIGTERM", stopChild);
  return new Promise((settle, fail) => {
    let output = "";
    let stderr = "";
    const take = (chunk: Buffer) => {
      output += chunk.toString();
      if (show) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", (chunk: Buffer) => {
      take(chunk);
      stderr += chunk.toString();
    });
    child.once("error", fail);
    child.once("close", (exitCode) => {
      process.off("SIGINT", stopChild).off("SIGTERM", stopChild);
      settle({ exitCode, output, stderr });
    });
  });
};
