const lf = 0x0a;

/** The line above each message in a mailbox file: "From ann@example.org Tue Nov  3 14:05:00 2026". */
const divider = /^From (\S+|"[^"]+"\S*|.{1,200} at .{1,200}) .*\d\d:\d\d/;

/** The messages of a mailbox file (mbox, RFC 4155); the whole as one message when it is none. */
export const splitMbox = (bytes: Buffer): Buffer[] => {
  const starts: number[] = [];
  for (let at = 0; at >= 0 && at < bytes.length; at = nextFrom(bytes, at)) {
    const end = bytes.indexOf(lf, at);
    const line = bytes.toString("latin1", at, Math.min(at + 500, end < 0 ? bytes.length : end));
    if (divider.test(line) && (at === 0 || isAfterEmptyLine(bytes, at))) starts.push(at);
  }
  if (starts.length === 0) return [bytes];
  return starts.map((start, index) => withoutEscapes(bytes.subarray(start, starts[index + 1] ?? bytes.length)));
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
