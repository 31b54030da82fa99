import { link, mkdir, readdir, rename, rm, stat, unlink, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";

/** How many files were put aside, came back, and are gone. */
export interface Swept {
  aside: number;
  back: number;
  removed: number;
}

interface Sweep {
  folder: string;
  /** Where files wait that nobody names any more. */
  aside: string;
  afterMs: number;
  now: Date;
  named(files: readonly string[]): Promise<ReadonlySet<string>>;
}

const inOneQuestion = 500;

/** See `FileStore.sweep`. */
export const sweepFiles = async (sweep: Sweep): Promise<Swept> => {
  await mkdir(sweep.aside, { recursive: true });
  // What waits is looked at first, so that nothing is put aside and removed at once.
  const { back, removed } = await lookAtAside(sweep);
  return { aside: await putAside(sweep), back, removed };
};

const lookAtAside = async (sweep: Sweep): Promise<Pick<Swept, "back" | "removed">> => {
  const swept = { back: 0, removed: 0 };
  const waiting = (await readdir(sweep.aside)).filter(isStored);
  for (const files of groupsOf(waiting)) {
    const named = await sweep.named(files);
    for (const file of files) {
      if (named.has(file)) {
        await bringBack(sweep, file);
        swept.back++;
      } else if (await isOlder(join(sweep.aside, file), sweep)) {
        await rm(join(sweep.aside, file), { force: true });
        swept.removed++;
      }
    }
  }
  return swept;
};

const bringBack = async ({ folder, aside }: Sweep, file: string): Promise<void> => {
  const home = pathIn(folder, file);
  await mkdir(dirname(home), { recursive: true });
  // The same content may have been stored anew meanwhile; that is as good.
  await link(join(aside, file), home).catch((error: unknown) => {
    if (!isAlreadyThere(error)) throw error;
  });
  await unlink(join(aside, file));
};

const putAside = async (sweep: Sweep): Promise<number> => {
  let count = 0;
  for (const shelf of (await readdir(sweep.folder)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const files of groupsOf((await readdir(join(sweep.folder, shelf))).filter(isStored))) {
      const old: string[] = [];
      for (const file of files) if (await isOlder(pathIn(sweep.folder, file), sweep)) old.push(file);
      const named = old.length > 0 ? await sweep.named(old) : new Set<string>();
      for (const file of old) {
        if (named.has(file)) continue;
        await rename(pathIn(sweep.folder, file), join(sweep.aside, file));
        // It waits from now on, however old it is.
        await utimes(join(sweep.aside, file), sweep.now, sweep.now);
        count++;
      }
    }
  return count;
};

const pathIn = (folder: string, file: string): string => join(folder, file.slice(0, 2), file);

const isStored = (name: string): boolean => /^[0-9a-f]{64}$/.test(name);

const isOlder = async (path: string, { now, afterMs }: Sweep): Promise<boolean> =>
  now.getTime() - (await stat(path)).mtimeMs >= afterMs;

const isAlreadyThere = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EEXIST";

function* groupsOf(files: readonly string[]): Generator<readonly string[]> {
  for (let at = 0; at < files.length; at += inOneQuestion) yield files.slice(at, at + inOneQuestion);
}
