import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { splitMbox } from "../../platform/mail/mbox.ts";

/** Names of files with messages: by their ending, or as mail servers name them in a maildir (`1700000000.M1P2.host:2,S`). */
const isMail = (name: string): boolean =>
  /\.(eml|box|mbox|mbx|msg|raw|mime|email)$/i.test(name) || /^\d{9,}\..+(:2,\w*)?$/.test(name);
const isMailbox = (path: string): boolean => /\.(box|mbox|mbx)$/i.test(path);

export type FoundFile = { path: string } | { path: string; problem: string };

/** The files that a path stands for: itself, or all messages in a folder and those below it, sorted by name. */
export async function* mailFilesIn(path: string): AsyncGenerator<FoundFile> {
  try {
    if (!(await stat(path)).isDirectory()) {
      yield { path };
      return;
    }
    const entries = await readdir(path, { withFileTypes: true });
    for (const entry of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1))) {
      const inside = join(path, entry.name);
      if (entry.isDirectory() && !entry.name.startsWith(".")) yield* mailFilesIn(inside);
      else if (!entry.isDirectory() && isMail(entry.name)) yield { path: inside };
    }
  } catch (error) {
    yield { path, problem: error instanceof Error ? error.message : String(error) };
  }
}

/** The messages in a file; several only in a mailbox. */
export const messagesIn = async (path: string): Promise<Buffer[]> => {
  const bytes = await readFile(path);
  return isMailbox(path) ? splitMbox(bytes) : [bytes];
};
