import type { ChildProcess } from "node:child_process";
import { open, readFile, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startProgram } from "./programs.ts";

/** A running PostgreSQL. */
export interface Postmaster {
  /** Resolves when it has ended, with the way it did. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

interface PostmasterOptions {
  folder: string;
  cluster: string;
  durable: boolean;
}

/** Sensible for a small server that PostgreSQL shares with Tresen. Given on the command line, so they update with us. */
const settings = (durable: boolean): Record<string, string> => ({
  listen_addresses: "",
  // Relative to the cluster: a socket's path may have 107 bytes at most, and the cluster's may be longer.
  unix_socket_directories: ".",
  unix_socket_permissions: "0700",
  max_connections: "100",
  shared_buffers: "128MB",
  work_mem: "8MB",
  maintenance_work_mem: "64MB",
  random_page_cost: "1.1",
  max_wal_size: "1GB",
  checkpoint_timeout: "15min",
  // Compiling a query takes longer than running any of ours.
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
  // Its own troubles only: what is wrong with a statement, and the people's words in it, is for our log to tell.
  log_min_messages: "log",
  log_checkpoints: "off",
  ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" }),
});

/** Starts PostgreSQL and resolves when it takes connections. Its messages go to `postgres.log` in the folder. */
export const startPostmaster = async ({ folder, cluster, durable }: PostmasterOptions): Promise<Postmaster> => {
  const logPath = join(folder, "postgres.log");
  const log = await openLog(logPath);
  const args = Object.entries(settings(durable)).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  let child: ChildProcess;
  try {
    child = await startProgram("postgres", ["-D", cluster, ...args], {
      stdio: ["ignore", log.fd, log.fd],
      whenParentEnds: "INT",
    });
  } finally {
    await log.close();
  }
  const ended = endOf(child);
  const outcome = await Promise.race([ended, untilReady(cluster, child)]);
  if (outcome !== ready) {
    await endNow(child, ended);
    throw new Error(`PostgreSQL did not start: ${outcome}\n${await lastLines(logPath)}`);
  }
  return { ended, stop: () => stop(child, ended) };
};

const mostLogBytes = 5_000_000;

const openLog = async (path: string) => {
  const log = await open(path, "a", 0o600);
  if ((await stat(path)).size < mostLogBytes) return log;
  await log.close();
  await rename(path, `${path}.1`);
  return open(path, "a", 0o600);
};

const endOf = (child: ChildProcess): Promise<string> =>
  new Promise((settle) => {
    child.once("error", (error) => {
      settle(error.message);
    });
    child.once("exit", (code, signal) => {
      settle(signal ? `ended by ${signal}` : `ended with code ${String(code)}`);
    });
  });

const ready = "ready";

// The last line of PostgreSQL's pid file says when it takes connections. Recovery after a crash may take a while,
// during which the file says "starting"; a file that is never written is a defect.
const untilReady = async (cluster: string, child: ChildProcess): Promise<string> => {
  const giveUp = performance.now() + 30_000;
  while (child.exitCode === null && child.signalCode === null) {
    const lines = await readFile(join(cluster, "postmaster.pid"), "utf8").then(
      (text) => text.split("\n"),
      () => [],
    );
    const isOurs = Number(lines[0]) === child.pid;
    if (isOurs && lines[7]?.trim() === "ready") return ready;
    if (!isOurs && performance.now() > giveUp) return "no sign of life in 30 s";
    await sleep(5);
  }
  return "it ended";
};

const lastLines = async (path: string): Promise<string> =>
  (await readFile(path, "utf8")).trimEnd().split("\n").slice(-15).join("\n");

/** Ends it in order, rolling back what was not committed; after 20 s without tidying up, which costs no data either. */
const stop = async (child: ChildProcess, ended: Promise<string>): Promise<void> => {
  child.kill("SIGINT");
  if (await isSettledWithin(20, ended)) return;
  child.kill("SIGQUIT");
  if (await isSettledWithin(5, ended)) return;
  await endNow(child, ended);
};

const endNow = async (child: ChildProcess, ended: Promise<string>): Promise<void> => {
  child.kill("SIGKILL");
  await ended;
};

const isSettledWithin = async (seconds: number, promise: Promise<unknown>): Promise<boolean> => {
  const waiting = new AbortController();
  const inTime = sleep(seconds * 1000, false, { signal: waiting.signal }).catch(() => true);
  const settled = await Promise.race([promise.then(() => true), inTime]);
  waiting.abort();
  return settled;
};
