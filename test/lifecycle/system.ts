import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** Asks again and again until the answer is not undefined; throws after `seconds`. */
export const eventually = async <T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  seconds = 20,
): Promise<T> => {
  const giveUp = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > giveUp) throw new Error(`waited ${seconds} s in vain: ${what}`);
    await sleep(25);
  }
};

interface Process {
  id: number;
  parent: number;
}

/** Every process that lives. One that has ended and only waits for its parent to notice is none. */
const livingProcesses = async (): Promise<Process[]> => {
  const ids = (await readdir("/proc")).map(Number).filter(Number.isInteger);
  const stats = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, "utf8").catch(() => "")));
  return stats.flatMap((stat) => {
    // The name stands in brackets and may itself have brackets and blanks.
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === undefined || parent === undefined || state === "Z"
      ? []
      : [{ id: parseInt(stat), parent: Number(parent) }];
  });
};

export const isAlive = async (id: number): Promise<boolean> => (await livingProcesses()).some((each) => each.id === id);

/** The process, its children and theirs. */
export const familyOf = async (id: number): Promise<number[]> => {
  const all = await livingProcesses();
  const below = (parent: number): number[] =>
    all.filter((each) => each.parent === parent).flatMap((each) => [each.id, ...below(each.id)]);
  return all.some((each) => each.id === id) ? [id, ...below(id)] : [];
};

/** Resolves when all of them have ended; throws when one has not after `seconds`. */
export const allEnded = async (ids: readonly number[], seconds = 10): Promise<void> => {
  await eventually(
    `processes ${ids.join(", ")} end`,
    async () => {
      const living = new Set((await livingProcesses()).map(({ id }) => id));
      return ids.some((id) => living.has(id)) ? undefined : true;
    },
    seconds,
  );
};

/** The process whose id a pid file of PostgreSQL begins with. */
export const idIn = async (pidFile: string): Promise<number> =>
  Number((await readFile(pidFile, "utf8")).split("\n")[0]);

/** The process of the PostgreSQL that works on a data folder. */
export const postmasterOf = (dataDir: string): Promise<number> =>
  idIn(join(dataDir, "postgres/cluster/postmaster.pid"));
