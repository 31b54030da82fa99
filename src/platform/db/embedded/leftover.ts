import { existsSync } from "node:fs";
import { readdir, readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Ends the PostgreSQL that a killed server left behind on these files. Must be called by the holder of the
 * folder's lock only: whatever still runs on the files then belongs to nobody.
 *
 * PostgreSQL's own check reads a process id from its pid file and gives up when any process has that id, which after
 * a restart of the machine, or in a container, is often an unrelated one. PostgreSQL's processes work in their
 * data folder, so we ask the kernel for those instead. Where there is no /proc, PostgreSQL's own check has to do.
 */
export const endLeftover = async (cluster: string): Promise<void> => {
  const marks = traces.map((name) => join(cluster, name)).filter((path) => existsSync(path));
  const [mark] = marks;
  if (mark === undefined || !existsSync("/proc/self/cwd")) return;
  const folder = await realpath(cluster);
  const first = Number((await readFile(mark, "utf8")).split("\n")[0]);
  const found = await processesIn(folder);
  // Asked to finish; told to stop without tidying up (its next start recovers); ended.
  if (found.includes(first)) signalTo(first, "SIGINT");
  let left = await stillThereAfter(30, folder);
  if (left.includes(first)) signalTo(first, "SIGQUIT");
  if (left.length > 0) left = await stillThereAfter(5, folder);
  for (const id of left) signalTo(id, "SIGKILL");
  if (left.length > 0) left = await stillThereAfter(5, folder);
  if (left.length > 0) throw new Error(`PostgreSQL still runs on ${cluster} (process ${left.join(", ")})`);
  for (const path of marks) await rm(path, { force: true });
};

/** Files that begin with the process id of PostgreSQL's first process. It removes them in this order when it stops. */
const traces = ["postmaster.pid", ".s.PGSQL.5432.lock"];

const stillThereAfter = async (seconds: number, folder: string): Promise<number[]> => {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const left = await processesIn(folder);
    if (left.length === 0 || performance.now() > end) return left;
    await sleep(20);
  }
};

const processesIn = async (folder: string): Promise<number[]> => {
  const ids = (await readdir("/proc")).map(Number).filter((id) => Number.isInteger(id) && id !== process.pid);
  const found = await Promise.all(ids.map(async (id) => ((await isPostgresIn(id, folder)) ? [id] : [])));
  return found.flat();
};

const isPostgresIn = async (id: number, folder: string): Promise<boolean> => {
  try {
    if ((await readlink(`/proc/${id}/cwd`)) !== folder) return false;
    // Not a shell that somebody opened there.
    return (await readFile(`/proc/${id}/comm`, "utf8")).trim() === "postgres";
  } catch {
    // Processes of other users, and those that have just ended, do not tell; neither is one of ours.
    return false;
  }
};

const signalTo = (id: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(id, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
};
