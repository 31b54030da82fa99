export interface UuFile {
  name: string;
  content: Buffer;
}

/** Text without the files that stand in it, and these. */
export interface Uuencoded {
  rest: Buffer;
  files: readonly UuFile[];
}

const lf = 0x0a;
const mostFiles = 200;
/** Lines that look like the beginning of a file; who writes more wants to be slow. */
const mostTries = 1_000;

/** Takes uuencoded files (`begin 644 name` … `end`) out of a text; undefined when there are none. yEnc stays as it is. */
export const takeUuencoded = (text: Buffer): Uuencoded | undefined => {
  if (!text.includes("begin ")) return undefined;
  const files: UuFile[] = [];
  const rest: Buffer[] = [];
  let done = 0;
  let tries = 0;
  for (let at = nextBegin(text, 0); at >= 0 && files.length < mostFiles && tries < mostTries; tries++) {
    const found = fileAt(text, at);
    if (found) {
      files.push({ name: found.name, content: found.content });
      rest.push(text.subarray(done, at));
      done = found.end;
    }
    at = nextBegin(text, found ? found.end : at + 1);
  }
  return files.length === 0 ? undefined : { rest: Buffer.concat([...rest, text.subarray(done)]), files };
};

/** Where a line begins with `begin `. */
const nextBegin = (text: Buffer, from: number): number => {
  if (from === 0 && text.toString("latin1", 0, 6) === "begin ") return 0;
  const found = text.indexOf("\nbegin ", Math.max(0, from - 1));
  return found < 0 ? -1 : found + 1;
};

const fileAt = (text: Buffer, at: number): (UuFile & { end: number }) | undefined => {
  const head = lineAt(text, at);
  const name = /^begin [0-7]{3,4} (\S.{0,250})$/.exec(head.line.trimEnd())?.[1];
  if (name === undefined) return undefined;
  const pieces: Buffer[] = [];
  let next = head.next;
  while (next < text.length) {
    const { line, next: after } = lineAt(text, next);
    const bare = line.trimEnd();
    if (bare === "end") return { name, content: Buffer.concat(pieces), end: after };
    const bytes = bare === "" || bare === "`" ? noBytes : decodeLine(line);
    if (!bytes) break;
    pieces.push(bytes);
    next = after;
  }
  // Cut off on its way: what is there is better than lines of signs.
  return pieces.length > 1 ? { name, content: Buffer.concat(pieces), end: next } : undefined;
};

const noBytes = Buffer.alloc(0);

const lineAt = (text: Buffer, at: number): { line: string; next: number } => {
  const found = text.indexOf(lf, at);
  const next = found < 0 ? text.length : found + 1;
  return { line: text.toString("latin1", at, Math.min(next, at + 400)).replace(/[\r\n]+$/, ""), next };
};

/** The first character says how many bytes follow; blanks at the end get lost on the way and stand for zeros. */
const decodeLine = (line: string): Buffer | undefined => {
  const count = (line.charCodeAt(0) - 32) & 63;
  const needed = Math.ceil(count / 3) * 4;
  const letters = line.slice(1);
  if (count === 0 || !/^[ -`]+$/.test(line) || letters.length > needed + 2 || letters.length < needed - 4)
    return undefined;
  const bytes = Buffer.alloc(Math.ceil(count / 3) * 3);
  const six = (at: number): number => ((letters.charCodeAt(at) || 32) - 32) & 63;
  for (let at = 0, out = 0; out < count; at += 4, out += 3)
    bytes.writeUIntBE((six(at) << 18) | (six(at + 1) << 12) | (six(at + 2) << 6) | six(at + 3), out, 3);
  return bytes.subarray(0, count);
};
