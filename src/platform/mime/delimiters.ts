/** A line that divides parts. */
export interface Delimiter {
  /** Whose boundary it is; 0 is the outermost. */
  level: number;
  isEnd: boolean;
  /** Where the line after it begins. */
  next: number;
}

/** The boundaries of all multiparts that are open, innermost last. */
export interface Delimiters {
  push(boundary: string): void;
  pop(): void;
  /** What the line at this place, which begins with two hyphens, divides. */
  at(raw: Buffer, start: number): Delimiter | undefined;
  /** Whether an outer multipart has the same boundary. */
  isShared(level: number): boolean;
}

const lf = 0x0a;
const cr = 0x0d;
const hyphen = 0x2d;
const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09;

const begin = 0x811c9dc5;
const step = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

/** RFC 2046 allows 70. In characters. */
export const longestBoundary = 1_000;

const canFollow = (byte: number | undefined): boolean =>
  byte === undefined || byte === lf || byte === cr || byte === hyphen || isBlank(byte);

/**
 * Looks at every byte of a line at most once, however many boundaries are open: a message of nothing but hyphens, nested
 * a hundred deep, would take minutes if each line were compared with each of them.
 */
export const delimiters = (): Delimiters => {
  const stack: string[] = [];
  const levels = new Map<number, number[]>();
  const isPossible = new Uint8Array(longestBoundary + 1);
  let longest = 0;
  const measure = (): void => {
    isPossible.fill(0);
    for (const { length } of stack) isPossible[length] = 1;
    longest = Math.max(0, ...stack.map(({ length }) => length));
  };
  return {
    push(boundary) {
      const hash = hashOf(boundary);
      levels.set(hash, [...(levels.get(hash) ?? []), stack.length]);
      stack.push(boundary);
      measure();
    },
    pop() {
      const boundary = stack.pop();
      if (boundary === undefined) return;
      const hash = hashOf(boundary);
      const rest = (levels.get(hash) ?? []).slice(0, -1);
      if (rest.length > 0) levels.set(hash, rest);
      else levels.delete(hash);
      measure();
    },
    at(raw, start) {
      let hash = begin;
      let found: Delimiter | undefined;
      for (let length = 0; ; length++) {
        const byte = raw[start + 2 + length];
        // Only where a boundary can end it is worth to look whether one does.
        if (isPossible[length] === 1 && canFollow(byte)) {
          const level = levels.get(hash)?.at(-1);
          if (level !== undefined && raw.toString("latin1", start + 2, start + 2 + length) === stack[level])
            found = endOf(raw, { at: start + 2 + length, level }) ?? found;
        }
        if (length >= longest || byte === undefined || byte === lf) return found;
        hash = step(hash, byte);
      }
    },
    isShared: (level) => stack.indexOf(stack[level] ?? "") < level,
  };
};

const hashOf = (boundary: string): number => [...Buffer.from(boundary, "latin1")].reduce(step, begin);

/** Behind the boundary stand blanks alone, or two hyphens and, in broken mails, anything. */
const endOf = (raw: Buffer, { at, level }: { at: number; level: number }): Delimiter | undefined => {
  const hyphens = raw[at] !== hyphen ? 0 : raw[at + 1] === hyphen ? 2 : 1;
  let rest = at + hyphens;
  while (isBlank(raw[rest]) || raw[rest] === cr) rest++;
  if (rest < raw.length && raw[rest] !== lf && hyphens < 2) return undefined;
  const line = raw.indexOf(lf, rest);
  // The very last hyphen gets lost where messages are cut off.
  return { level, isEnd: hyphens > 0, next: line < 0 ? raw.length : line + 1 };
};
