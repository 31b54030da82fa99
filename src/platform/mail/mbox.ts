const lf = 0x0a;

/** The line above each message in a mailbox file: "From ann@example.org Tue Nov  3 14:05:00 2026". */
const divider = /^From (\S+|"[^"]+"\S*|.{1,200} at .{1,200}) .*\d\d:\d\d/;

/** Whether bytes begin as a mailbox file does. */
export const beginsMailbox = (bytes: Buffer): boolean => divider.test(lineAt(bytes, firstWritten(bytes)));

/** Where a message lies in a mailbox file. */
export interface MailboxPlace {
  start: number;
  end: number;
}

/** The messages of a mailbox file (mbox, RFC 4155), `most` at most; the whole as one message when it is none. */
export const placesIn = (bytes: Buffer, most = Infinity): MailboxPlace[] => {
  // A message alone may have such a line among its words.
  if (!beginsMailbox(bytes)) return [{ start: 0, end: bytes.length }];
  const starts: number[] = [];
  for (let at = firstWritten(bytes); at >= 0 && at < bytes.length && starts.length <= most; at = nextFrom(bytes, at))
    if (divider.test(lineAt(bytes, at)) && (starts.length === 0 || isAfterEmptyLine(bytes, at))) starts.push(at);
  return starts.slice(0, most).map((start, index) => ({ start, end: starts[index + 1] ?? bytes.length }));
};

/** A message of a mailbox file, as it was before it was put there. */
export const messageAt = (bytes: Buffer, { start, end }: MailboxPlace): Buffer =>
  beginsMailbox(bytes) ? withoutEscapes(bytes.subarray(start, end)) : bytes;

export const splitMbox = (bytes: Buffer): Buffer[] => placesIn(bytes).map((place) => messageAt(bytes, place));

const lineAt = (bytes: Buffer, at: number): string => {
  const end = bytes.indexOf(lf, at);
  return bytes.toString("latin1", at, Math.min(at + 500, end < 0 ? bytes.length : end));
};

/** Behind a byte order mark and empty lines. */
const firstWritten = (bytes: Buffer): number => {
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[at] === lf || bytes[at] === 0x0d) at++;
  return at;
};

const nextFrom = (bytes: Buffer, at: number): number => {
  const found = bytes.indexOf("\nFrom ", at);
  return found < 0 ? -1 : found + 1;
};

const isAfterEmptyLine = (bytes: Buffer, at: number): boolean =>
  bytes[at - 2] === lf || (bytes[at - 2] === 0x0d && bytes[at - 3] === lf);

/** Lines of a message that begin with "From " have a ">" in front in a mailbox file. */
const withoutEscapes = (message: Buffer): Buffer =>
  message.includes("\n>From ")
    ? Buffer.from(message.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1")
    : message;
