import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

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
  /** Ends it as a power failure would: launcher, server and database. What is left is in `dataDir`. */
  kill(): Promise<void>;
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
    // A process group of its own, so that one signal can end all of it.
    detached: true,
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
  const url = `http://127.0.0.1:${port}`;
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
    kill: () => killAll(child, folder),
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

export const freePort = async (): Promise<number> => {
  const holder = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => holder.once("listening", resolve));
  const { port } = holder.address() as AddressInfo;
  await new Promise((resolve) => holder.close(resolve));
  return port;
};

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

/** The database writes its process number into its folder; everything else are our child's children. */
const killAll = async (child: ChildProcess, folder: string): Promise<void> => {
  const database = await readPid(join(folder, "postgres"));
  for (const pid of [child.pid, ...(await childrenOf(child.pid)), database]) if (pid) killQuietly(pid);
  await end(child, "SIGKILL");
};

const killQuietly = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // It went with its parent.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
};

const childrenOf = async (pid: number | undefined): Promise<number[]> => {
  if (pid === undefined) return [];
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return text.split(" ").filter(Boolean).map(Number);
};

const readPid = async (postgres: string): Promise<number | undefined> => {
  const text = await readFile(join(postgres, "postmaster.pid"), "utf8").catch(() => "");
  return Number(text.split("\n")[0]) || undefined;
};
