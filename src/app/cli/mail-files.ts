import { open, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { beginsMailbox, splitMbox } from "../../platform/mail/mbox.ts";

/** Names of files with messages: by their ending, or as mail servers name them in a maildir (`1700000000.M1P2.host:2,S`). */
const isMailName = (name: string): boolean =>
  /\.(eml|box|mbox|mbx|msg|raw|mime|email)$/i.test(name) || /^\d{9,}\..+(:2,\w*)?$/.test(name);
/** Names that say nothing of what is in the file: `17`, `inbox`, `0001.a1b2c3`, `message.txt`. */
const mayBeMail = (name: string): boolean => /\.txt$/i.test(name) || !/\.[a-z]\w{0,5}$/i.test(name);
const isMailbox = (path: string): boolean => /\.(box|mbox|mbx)$/i.test(path);

export type FoundFile = { path: string } | { path: string; problem: string };

/** The files that a path stands for: itself (`-`: standard input), or all messages in a folder and those below it, sorted by name. */
export async function* mailFilesIn(path: string): AsyncGenerator<FoundFile> {
  try {
    if (path === "-" || !(await stat(path)).isDirectory()) {
      yield { path };
      return;
    }
    const entries = await readdir(path, { withFileTypes: true });
    for (const { name } of entries.toSorted((one, other) => (one.name < other.name ? -1 : 1)))
      yield* mailFilesAt(join(path, name), name, {
        isLink: entries.some((each) => each.name === name && each.isSymbolicLink()),
      });
  } catch (error) {
    yield { path, problem: messageOf(error) };
  }
}

/** An entry of a folder. Links to folders are not followed, because they may lead back; pipes and the like would never end. */
async function* mailFilesAt(path: string, name: string, { isLink }: { isLink: boolean }): AsyncGenerator<FoundFile> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      if (!isLink && !name.startsWith(".")) yield* mailFilesIn(path);
    } else if (isMailName(name)) yield found.isFile() ? { path } : { path, problem: "It is no file." };
    else if (found.isFile() && mayBeMail(name) && (await looksLikeMail(path))) yield { path };
  } catch (error) {
    if (isMailName(name)) yield { path, problem: messageOf(error) };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const looksLikeMail = async (path: string): Promise<boolean> => {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4_000), 0, 4_000, 0);
  const start = buffer.subarray(0, bytesRead);
  return beginsMailbox(start) || beginsWithHeaders(start.toString("latin1"));
};

const telling =
  /^(received|return-path|delivered-to|from|to|subject|date|message-id|mime-version|content-type|reply-to|x-[\w-]+):/i;

const beginsWithHeaders = (text: string): boolean => {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf("");
  const headers = end < 0 ? lines : lines.slice(0, end);
  return /^[A-Z][\w-]*:/.test(headers[0] ?? "") && headers.filter((line) => telling.test(line)).length >= 2;
};

/** The messages in a file; several only in a mailbox. */
export const messagesIn = async (path: string): Promise<Buffer[]> => {
  const bytes = await readFile(path === "-" ? "/dev/stdin" : path);
  return isMailbox(path) || !isMailName(path) ? splitMbox(bytes) : [bytes];
};
