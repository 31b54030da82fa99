import { existsSync } from "node:fs";
import { readdir, readlink, realpath } from "node:fs/promises";
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
export const endLeftover = async (cluster: string, removePidFile: () => Promise<void>): Promise<void> => {
  if (!existsSync(join(cluster, "postmaster.pid")) || !existsSync("/proc/self/cwd")) return;
  const folder = await realpath(cluster);
  // Asked to stop, then told to stop without tidying up, then ended.
  for (const { signal, seconds } of [
    { signal: "SIGINT", seconds: 30 },
    { signal: "SIGQUIT", seconds: 5 },
    { signal: "SIGKILL", seconds: 5 },
  ] as const) {
    if (await allEnd(folder, { signal, seconds })) break;
  }
  if ((await processesIn(folder)).length === 0) await removePidFile();
};

const allEnd = async (
  folder: string,
  { signal, seconds }: { signal: NodeJS.Signals; seconds: number },
): Promise<boolean> => {
  for (const id of await processesIn(folder)) signalTo(id, signal);
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    if ((await processesIn(folder)).length === 0) return true;
    await sleep(20);
  }
  return false;
};

const processesIn = async (folder: string): Promise<number[]> => {
  const ids = (await readdir("/proc")).map(Number).filter((id) => Number.isInteger(id) && id !== process.pid);
  const places = await Promise.all(ids.map(async (id) => ({ id, place: await workingFolderOf(id) })));
  return places.filter(({ place }) => place === folder).map(({ id }) => id);
};

// Processes of other users, and those that have just ended, do not tell.
const workingFolderOf = (id: number): Promise<string | undefined> => readlink(`/proc/${id}/cwd`).catch(() => undefined);

const signalTo = (id: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(id, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
};
