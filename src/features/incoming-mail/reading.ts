import type { MailboxPlace } from "../../platform/mail/mbox.ts";
import { sideThread, TaskFailed, type SideThread } from "../../platform/side-thread.ts";
import type { Examined } from "./examine.ts";
import type { Seen } from "./inspect.ts";
import type { ReadingAnswer, ReadingTask, SentMail, SentPart } from "./mail-reader.ts";
import type { MailReport } from "./report.ts";
import { unreadable, unreadReport } from "./unread.ts";

// Whoever writes to the desk decides how long a message takes to be read: up to two seconds, in which no page would be
// answered. So a thread of its own does it. A message over which that thread dies is unreadable, and nothing else happens.

/** The build puts both sides into one folder; in tests the program runs from its source. */
const entry = new URL(import.meta.url.endsWith(".ts") ? "./mail-reader.ts" : "./mail-reader.js", import.meta.url);

/** Ten times what the worst message takes that we know. Another one waits so long at most. */
const patienceMs = 20_000;
/** In MB; the worst message takes a third of it. */
const memory = 300;

export const openReader = (options: { entry?: URL; patienceMs?: number; memory?: number } = {}) =>
  sideThread<ReadingTask, ReadingAnswer>({ entry, patienceMs, memory, ...options });

let reader: SideThread<ReadingTask, ReadingAnswer> = openReader();

/** Replaces the reader until the returned function is called. */
export const useReader = (other: SideThread<ReadingTask, ReadingAnswer>): (() => void) => {
  const before = reader;
  reader = other;
  return () => {
    reader = before;
  };
};

/** What the reader says of a message; undefined when it died over it, or took too long. */
const ask = async <K extends ReadingTask["kind"]>(kind: K, raw: Uint8Array, seen: Seen) => {
  try {
    const answer = await reader.ask(() => {
      const copy = new Uint8Array(raw);
      return { value: { kind, raw: copy, seen: plain(seen) }, transfer: [copy.buffer] };
    });
    return answer as Extract<ReadingAnswer, { kind: K }>;
  } catch (error) {
    if (error instanceof TaskFailed) return undefined;
    throw error;
  }
};

/** A desk may have more to it than can cross between threads. */
const plain = ({ desk, envelopeFrom }: Seen): Seen => ({
  envelopeFrom,
  desk: desk && { mailAddress: desk.mailAddress, others: [...(desk.others ?? [])] },
});

/** All that can be said of a message without asking the database. */
export const readMail = async (raw: Buffer, seen: Seen): Promise<Examined> => {
  const answer = await ask("examined", raw, seen);
  return answer ? received(answer.examined) : unreadable(raw, seen);
};

const received = ({ parsed, ...rest }: SentMail): Examined => ({
  ...rest,
  parsed: { ...parsed, attachments: parsed.attachments.map(partOf) },
});

const partOf = ({ content, ...part }: SentPart) => ({ ...part, read: () => Buffer.from(content.buffer) });

/** The same, as it is told. */
export const reportMail = async (raw: Buffer, seen: Seen = {}): Promise<MailReport> =>
  (await ask("report", raw, seen))?.report ?? unreadReport(raw, seen);

/** Equal where two messages say the same; undefined where that cannot be said. */
export const mailFingerprint = async (raw: Buffer): Promise<string | undefined> =>
  (await ask("fingerprint", raw, {}))?.fingerprint;

/** Where the messages lie in a file that holds one or several; the whole where that cannot be said. */
export const mailboxPlaces = async (bytes: Buffer): Promise<readonly MailboxPlace[]> =>
  (await ask("mailbox", bytes, {}))?.places ?? [{ start: 0, end: bytes.length }];
