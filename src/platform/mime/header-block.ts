/** One header as it stands in the message: one character for each byte, unfolded. */
export interface HeaderField {
  /** Lower case. */
  name: string;
  raw: string;
}

export interface HeaderBlock {
  fields: readonly HeaderField[];
  /** Where the body begins. */
  bodyStart: number;
  /** Something in there is no header, or there is more than anybody reads. */
  isOdd: boolean;
}

/** Beyond these a message is made to cost memory: its headers are passed over. In bytes. */
const mostFields = 20_000;
const mostBytes = 2_500_000;
const longestField = 2_000_000;

interface Block {
  raw: Buffer;
  start: number;
  end: number;
  /** For a part: whether it ends at this line, though its headers have not. */
  isBoundary?(at: number): boolean;
}

const lf = 0x0a;

/** Reads headers up to the first empty line. What is no header is joined to the one before, or begins the body. */
export const readHeaders = ({ raw, start, end, isBoundary }: Block): HeaderBlock => {
  const fields: { name: string; pieces: string[]; length: number }[] = [];
  let isOdd = false;
  let at = start;
  while (at < end) {
    if (isBoundary?.(at) === true) return { ...finished(fields), bodyStart: at, isOdd };
    if (fields.length >= mostFields || at - start > mostBytes)
      return { ...finished(fields), bodyStart: isBoundary ? at : emptyLineAfter(raw, at, end), isOdd: true };
    const next = nextLine(raw, at, end);
    const line = lineAt(raw, at, next);
    const last = fields.at(-1);
    const isBlank = line.trim() === "";
    if (isBlank && (line === "" || !goesOn(raw, next, end))) return { ...finished(fields), bodyStart: next, isOdd };
    const isContinued = last !== undefined && /^[ \t]/.test(line);
    const colon = isBlank || isContinued ? 0 : colonOf(line);
    if (isContinued) add(last, isBlank ? "" : line);
    else if (colon > 0)
      fields.push({
        name: line.slice(0, colon).trim().toLowerCase(),
        pieces: [line.slice(colon + 1)],
        length: next - at,
      });
    // "From somebody Tue Nov  3 …" stands above messages in a mailbox file.
    else if (!isBlank && !isEnvelopeLine(line)) {
      isOdd = true;
      if (last && headerFollows(raw, next, end)) add(last, ` ${line}`);
      // One wrong line above all headers.
      else if (last || at > start || !headerFollows(raw, next, end, 1))
        return { ...finished(fields), bodyStart: at, isOdd };
    }
    at = next;
  }
  return { ...finished(fields), bodyStart: end, isOdd };
};

const finished = (fields: readonly { name: string; pieces: readonly string[] }[]): { fields: HeaderField[] } => ({
  fields: fields.map(({ name, pieces }) => ({ name, raw: pieces.join("").trim() })),
});

const add = (field: { pieces: string[]; length: number }, line: string): void => {
  field.length += line.length;
  if (field.length <= longestField) field.pieces.push(line);
};

const nextLine = (raw: Buffer, at: number, end: number): number => {
  const found = raw.indexOf(lf, at);
  return found < 0 || found >= end ? end : found + 1;
};

const lineAt = (raw: Buffer, at: number, next: number): string =>
  raw.toString("latin1", at, Math.min(next, at + longestField)).replace(/[\r\n]+$/, "");

const emptyLineAfter = (raw: Buffer, at: number, end: number): number => {
  const found = [raw.indexOf("\n\n", at), raw.indexOf("\n\r\n", at)].filter((each) => each >= 0 && each < end);
  return found.length === 0 ? end : nextLine(raw, Math.min(...found) + 1, end);
};

/** Where the name of a header ends; 0 when the line is none. */
const colonOf = (line: string): number => {
  const found = /^[ \t]*[!-9;-~]{1,100}[ \t]*:/.exec(line);
  return found ? found[0].length - 1 : 0;
};

const isEnvelopeLine = (line: string): boolean => /^>?From \S+.*\d/.test(line.slice(0, 200));

/** A line of blanks among headers is one of them when another header comes, maybe after the rest of this one. */
const goesOn = (raw: Buffer, at: number, end: number): boolean => {
  const start = raw.toString("latin1", at, Math.min(at + 100, end));
  return header.test(start) || (/^[ \t]+\S/.test(start) && headerFollows(raw, at, end));
};

const header = /^[A-Za-z][\w-]{1,60}[ \t]*:/;

/** Whether a header comes within the next lines: then a line that is none was only wrapped wrongly. */
const headerFollows = (raw: Buffer, from: number, end: number, lines = 3): boolean => {
  let at = from;
  for (let count = 0; count < lines && at < end; count++) {
    const next = nextLine(raw, at, end);
    const line = lineAt(raw, at, Math.min(next, at + 1_000));
    if (line.trim() === "") return false;
    if (header.test(line)) return true;
    at = next;
  }
  return false;
};
