import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { eventually, familyOf } from "./system.ts";

const launcher = join(import.meta.dirname, "../../bin/start.mjs");

/** A started Tresen, as `npm start` starts it. */
export interface Program {
  /** The launcher's process. */
  id: number;
  /** Everything that it has written so far, on both streams. */
  output(): string;
  /** Resolves with its address when it answers requests. */
  ready(): Promise<string>;
  /** The process of the server, which the launcher runs. */
  serverId(): Promise<number>;
  /** Resolves with the exit code when it has ended. */
  ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
  /** As Ctrl-C at a terminal does: a signal to every process that belongs to it, and a second one from npm. */
  pressCtrlC(): void;
}

/** Starts it on free ports. Whatever of it still runs at the end of the test is killed. */
export const startProgram = (variables: Record<string, string>, args: readonly string[] = []): Program => {
  const child = spawn(process.execPath, [launcher, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    // What a shell does with each command: a process group of its own.
    detached: true,
    env: { PATH: process.env["PATH"], TRESEN_PORT: "0", TRESEN_SMTP_IN_PORT: "0", ...variables },
  });
  const id = child.pid!;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const ended = new Promise<number | null>((settle) => child.once("close", settle));
  let family: number[] = [];

  onTestFinished(async () => {
    for (const each of new Set([...family, ...(await familyOf(id))])) killIfThere(each);
  });
  return {
    id,
    output: () => output,
    ended,
    kill: (signal) => child.kill(signal),
    pressCtrlC() {
      process.kill(-id, "SIGINT");
      child.kill("SIGINT");
    },
    async ready() {
      const url = await eventually(
        "the program says its address",
        () => {
          if (child.exitCode !== null) throw new Error(`it ended instead:\n${output}`);
          return /Tresen is at (http:\S+)/.exec(output)?.[1];
        },
        60,
      );
      const { ok } = await fetch(`${url}/readyz`);
      if (!ok) throw new Error(`it is not ready:\n${output}`);
      family = await familyOf(id);
      return url;
    },
    async serverId() {
      const [, server] = await familyOf(id);
      if (server === undefined) throw new Error(`there is no server:\n${output}`);
      return server;
    },
  };
};

const killIfThere = (id: number): void => {
  try {
    process.kill(id, "SIGKILL");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
};

/** A folder for one test. */
export const freshFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "tresen-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
};
