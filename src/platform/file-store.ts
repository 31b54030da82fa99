import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Transform, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { sweepFiles, type Swept } from "./sweep-files.ts";

/** Files by content: the name is the SHA-256 in hexadecimal, so the same file is kept once and never changes. */
export interface FileStore {
  /** Takes the whole stream, durably on disk before it resolves. Throws `TooLarge` past `most` bytes, keeping nothing. */
  put(content: Readable, most: number): Promise<{ file: string; size: number }>;
  read(file: string): Readable;
  has(file: string): Promise<boolean>;
  /**
   * Clears away what nobody names any more, in two steps, each `afterMs` milliseconds after the last: a file is put aside,
   * where it can still be read, and only later removed. Somebody may name it again at any moment, e.g. a form that stood
   * open; then it comes back. `named` says which of some files are named.
   */
  sweep(options: {
    afterMs: number;
    now: Date;
    named(files: readonly string[]): Promise<ReadonlySet<string>>;
  }): Promise<Swept>;
}

/** The stream was longer than allowed. */
export class TooLarge extends Error {}

export const openFileStore = async (folder: string): Promise<FileStore> => {
  const incoming = join(folder, "incoming");
  // Uploads that a stopped server left half-way belong to nobody.
  await rm(incoming, { recursive: true, force: true });
  await mkdir(incoming, { recursive: true });
  const folderOf = (file: string): string => join(folder, file.slice(0, 2));
  const pathOf = (file: string): string => join(folderOf(file), file);
  const aside = join(folder, "aside");
  const asideOf = (file: string): string => join(aside, file);

  return {
    async put(content, most) {
      const temporary = join(incoming, randomUUID());
      const hash = createHash("sha256");
      let size = 0;
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          size += chunk.length;
          // The rest is read and thrown away: a form's other parts stand behind it.
          if (size > most) {
            done();
            return;
          }
          hash.update(chunk);
          done(null, chunk);
        },
      });
      try {
        await pipeline(content, measure, createWriteStream(temporary, { flush: true }));
        if (size > most) throw new TooLarge(`more than ${most} bytes`);
        const file = hash.digest("hex");
        await mkdir(folderOf(file), { recursive: true });
        await rename(temporary, pathOf(file));
        await syncFolder(folderOf(file));
        return { file, size };
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    read: (file) => createReadStream(existsSync(pathOf(checked(file))) ? pathOf(file) : asideOf(file)),
    has: async (file) => (await isThere(pathOf(checked(file)))) || isThere(asideOf(file)),
    sweep: (options) => sweepFiles({ folder, aside, ...options }),
  };
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

const checked = (file: string): string => {
  if (!/^[0-9a-f]{64}$/.test(file)) throw new RangeError(`not a stored file's name: ${file}`);
  return file;
};

// A renamed file survives a power cut only once its folder is on disk, too.
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
