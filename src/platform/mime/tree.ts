import { delimiters, longestBoundary, type Delimiters } from "./delimiters.ts";
import { readHeaders, type HeaderField } from "./header-block.ts";
import { readParameters, type Parametered } from "./parameters.ts";
import { typeOf } from "./media-type.ts";

/** A part of a message, which is a slice of it: nothing is copied. */
export interface MimePart {
  fields: readonly HeaderField[];
  /** `text/plain` and the like, without parameters; what a part that says nothing has by its place. */
  type: string;
  /** Whether the part says what it is. */
  isTyped: boolean;
  contentType: Parametered;
  disposition: Parametered;
  /** The letters and digits of Content-Transfer-Encoding, lower case. */
  encoding: string;
  /** As it stands there, encoded. */
  body: Buffer;
  /** With its headers. */
  whole: Buffer;
  parts: MimePart[];
  /** Text before the first and after the last part of a multipart, which mail programs do not show. */
  around: Buffer;
}

export type TreeProblem = "oddHeaders" | "truncated" | "missingBoundary" | "tooDeep" | "tooManyParts";

export interface MimeTree {
  root: MimePart;
  problems: ReadonlySet<TreeProblem>;
}

/** Real mails have a dozen parts and nest four deep; what lies beyond these stays together in one part. */
export const mostParts = 10_000;
const deepest = 100;

export const fieldOf = (part: Pick<MimePart, "fields">, name: string): string | undefined =>
  part.fields.find((field) => field.name === name)?.raw;

/** A multipart that is being read. */
interface Open {
  part: MimePart;
  boundary: string;
  /** Where words outside of its parts begin, while such are read. */
  aroundStart: number | undefined;
  /** The part that goes on, when one does. */
  child: MimePart | undefined;
  bodyStart: number;
  isClosed: boolean;
}

/**
 * Takes a message apart in one pass over its bytes, however it is nested. `type` overrules what the headers say, for
 * content that was encoded as a whole.
 */
export const readTree = (raw: Buffer, given: { bodyOnly?: Parametered; boundary?: string } = {}): MimeTree => {
  const problems = new Set<TreeProblem>();
  const reading: Reading = { raw, problems, open: [], boundaries: delimiters(), count: 1 };
  const head = given.bodyOnly
    ? { fields: [], bodyStart: 0, isOdd: false }
    : readHeaders({ raw, start: 0, end: raw.length });
  if (head.isOdd) problems.add("oddHeaders");
  const root = newPart(head.fields, { parentType: undefined });
  if (given.bodyOnly) Object.assign(root, { contentType: given.bodyOnly, type: typeOf(given.bodyOnly.value) });
  root.whole = raw;
  root.body = raw.subarray(head.bodyStart);
  openIfMultipart(reading, root, { at: head.bodyStart, boundary: given.boundary });
  readParts(reading, head.bodyStart);
  return { root, problems };
};

interface Reading {
  raw: Buffer;
  problems: Set<TreeProblem>;
  open: Open[];
  boundaries: Delimiters;
  count: number;
}

const lf = 0x0a;
const cr = 0x0d;
const hyphen = 0x2d;

const readParts = (reading: Reading, from: number): void => {
  const { raw, open, boundaries } = reading;
  let at = from;
  while (at < raw.length && open.length > 0) {
    if (raw[at] === hyphen && raw[at + 1] === hyphen) {
      const found = boundaries.at(raw, at);
      if (found) {
        const next = delimit(reading, { at, ...found });
        if (next === undefined) return;
        at = next;
        continue;
      }
    }
    // Quicker than `indexOf` where lines are short: 50 MB of empty lines would be as many calls.
    while (at < raw.length && raw[at] !== lf) at++;
    at++;
  }
  if (open.some(({ isClosed }) => !isClosed)) reading.problems.add("truncated");
  while (open.length > 0) close(reading, raw.length);
};

/** A line that divides: ends what is deeper, and begins the next part. Returns where to go on; undefined at the limit. */
const delimit = (
  reading: Reading,
  { at, level, isEnd, next }: { at: number; level: number; isEnd: boolean; next: number },
): number | undefined => {
  const { raw, open } = reading;
  const end = beforeLineEnd(raw, at);
  while (open.length > level + 1) close(reading, end);
  const parent = open[level];
  if (!parent) return next;
  endChild(reading, parent, end);
  if (isEnd) {
    parent.isClosed = true;
    parent.aroundStart = next;
    // The same boundary twice, one inside of the other: what comes is the outer one's.
    if (reading.boundaries.isShared(level)) close(reading, next);
    return next;
  }
  if (reading.count >= mostParts) {
    keepRest(reading, at);
    return undefined;
  }
  return beginChild(reading, parent, next);
};

const beginChild = (reading: Reading, parent: Open, at: number): number => {
  const { raw, boundaries } = reading;
  const isBoundary = (position: number): boolean =>
    raw[position] === hyphen && raw[position + 1] === hyphen && boundaries.at(raw, position) !== undefined;
  const head = readHeaders({ raw, start: at, end: raw.length, isBoundary });
  const part = newPart(head.fields, { parentType: parent.part.type });
  reading.count++;
  part.whole = raw.subarray(at);
  parent.child = part;
  parent.aroundStart = undefined;
  parent.isClosed = false;
  parent.bodyStart = Math.min(head.bodyStart, raw.length);
  parent.part.parts.push(part);
  if (reading.open.length >= deepest) {
    if (part.type.startsWith("multipart/")) reading.problems.add("tooDeep");
  } else openIfMultipart(reading, part, { at: head.bodyStart });
  return head.bodyStart;
};

const openIfMultipart = (
  reading: Reading,
  part: MimePart,
  { at, boundary = part.contentType.parameters.get("boundary") }: { at: number; boundary?: string | undefined },
): void => {
  if (!part.type.startsWith("multipart/")) return;
  const bare = boundary?.trimEnd();
  if (!bare || bare.length > longestBoundary) return;
  reading.boundaries.push(bare);
  reading.open.push({ part, boundary: bare, aroundStart: at, child: undefined, bodyStart: at, isClosed: false });
};

/** Ends the innermost multipart. */
const close = (reading: Reading, end: number): void => {
  const last = reading.open.pop();
  if (!last) return;
  reading.boundaries.pop();
  endChild(reading, last, end);
};

const endChild = ({ raw }: Reading, parent: Open, end: number): void => {
  const { child } = parent;
  if (child) {
    const from = Math.min(parent.bodyStart, end);
    child.body = raw.subarray(from, end);
    child.whole = raw.subarray(child.whole.byteOffset - raw.byteOffset, Math.max(end, from));
    parent.child = undefined;
  } else if (parent.aroundStart !== undefined && end > parent.aroundStart) {
    const around = raw.subarray(parent.aroundStart, end);
    if (parent.part.around.length < around.length) parent.part.around = around;
  }
};

/** Too many parts: all that is left is one more. */
const keepRest = (reading: Reading, at: number): void => {
  const { raw, open, problems } = reading;
  problems.add("tooManyParts");
  const rest = newPart([], { parentType: undefined });
  Object.assign(rest, {
    type: "application/octet-stream",
    isTyped: true,
    body: raw.subarray(at),
    whole: raw.subarray(at),
  });
  const [outermost] = open;
  while (open.length > 0) close(reading, beforeLineEnd(raw, at));
  outermost?.part.parts.push(rest);
};

const beforeLineEnd = (raw: Buffer, at: number): number =>
  raw[at - 1] === lf ? (raw[at - 2] === cr ? at - 2 : at - 1) : at;

const nothing = Buffer.alloc(0);
const unsaid: Parametered = { value: "", parameters: new Map() };

const newPart = (fields: readonly HeaderField[], { parentType }: { parentType: string | undefined }): MimePart => {
  const said = (name: string): Parametered => {
    const raw = fields.find((field) => field.name === name && field.raw !== "")?.raw;
    return raw === undefined ? unsaid : readParameters(raw);
  };
  const contentType = said("content-type");
  const usual = parentType === "multipart/digest" ? "message/rfc822" : "text/plain";
  const type = typeOf(contentType.value);
  return {
    fields,
    type: type ?? usual,
    isTyped: type !== undefined,
    contentType,
    disposition: said("content-disposition"),
    encoding: said("content-transfer-encoding").value.replace(/[^a-z0-9]/g, ""),
    body: nothing,
    whole: nothing,
    parts: [],
    around: nothing,
  };
};
