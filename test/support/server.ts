import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";

const root = join(import.meta.dirname, "../..");

export interface RunningServer {
  url: string;
  /** Where it takes mail in, on 127.0.0.1. */
  smtpInPort: number;
  dataDir: string;
  /** Everything it has printed so far. */
  output(): string;
  /** Asks it to stop as Ctrl-C does, and resolves with its exit code. */
  stop(): Promise<number | null>;
  /** Stops it if need be and removes its data. */
  remove(): Promise<void>;
}

interface StartOptions {
  /** Begin with the demo desk and its sign-ins. */
  demo?: boolean;
  /** Data of an earlier server; an empty folder of its own otherwise. */
  dataDir?: string;
  env?: Readonly<Record<string, string>>;
}

/** Starts the real built program as `npm start` does, and waits until it is ready. */
export const startServer = async ({ demo = false, dataDir, env = {} }: StartOptions = {}): Promise<RunningServer> => {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), "tresen-")));
  const port = await freePort();
  const smtpInPort = await freePort();
  const child = spawn(process.execPath, [join(root, "bin/start.mjs"), ...(demo ? ["--demo"] : [])], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...inherited(),
      TRESEN_PORT: String(port),
      TRESEN_SMTP_IN_PORT: String(smtpInPort),
      TRESEN_DATA: folder,
      ...env,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
  // As the links in its mails say, or somebody who follows one would be somebody else there.
  const url = `http://localhost:${port}`;
  const stop = () => end(child, "SIGTERM");
  try {
    await untilReady({ child, url, output: () => output });
  } catch (error) {
    await end(child, "SIGKILL");
    throw error;
  }
  return {
    url,
    smtpInPort,
    dataDir: folder,
    output: () => output,
    stop,
    async remove() {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** Our own environment without what would configure the server. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || /^(TRESEN_|DATABASE_URL|VITEST|NODE_ENV$|NODE_OPTIONS$)/.test(name) ? [] : [[name, value]],
    ),
  );

const patienceMs = 120_000;

const untilReady = async ({
  child,
  url,
  output,
}: {
  child: ChildProcess;
  url: string;
  output: () => string;
}): Promise<void> => {
  const deadline = Date.now() + patienceMs;
  while (Date.now() < deadline) {
    if (hasEnded(child)) throw new Error(`the server ended instead of starting:\n${output()}`);
    if (await isReady(url)) return;
    await sleep(50);
  }
  throw new Error(`the server was not ready after ${patienceMs / 1000} s:\n${output()}`);
};

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
};

const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> => {
  if (!hasEnded(child)) {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill(signal);
    await ended;
  }
  return child.exitCode;
};
