import { isHeaderBlock, isTelling } from "./header-lines.ts";
import { endsLikeIntroduction, introductionEnding, isDated } from "./introductions.ts";
import { isMarked, isWritten, nextWritten } from "./marks.ts";
import { isNotesTable, mayBeNotesTable } from "./notes-headers.ts";
import { isRule, isSeparator } from "./separators.ts";

/** Where old words begin, and how it can be seen where they end. */
export interface Cut {
  at: number;
  /** `marked`: old lines begin with ">". `headers`: everything from there on is old, as Outlook does it. */
  kind: "marked" | "headers";
  /** Something says that these are old words: more than marks, which people also type themselves. */
  isIntroduced: boolean;
  /** It could hardly be anything else, even in a mail that answers none. */
  isCertain: boolean;
}

/** A place where the HTML says that something begins: the words there, and how many lines say the same before it. */
export interface Seam {
  words: string;
  before: number;
}

interface Evidence {
  seams?: readonly Seam[];
  /** Takes more for old than is certain: for questions where showing too much does harm. */
  isLoose?: boolean;
}

/** Nobody writes so many lines that end with a colon; who does wants to be slow. */
const mostTries = 3_000;
const mostTables = 1_000;

/** The first place where old words seem to begin, if any. */
export const oldWordsAt = (
  lines: readonly string[],
  { seams = [], isLoose = false }: Evidence = {},
): Cut | undefined => {
  const places = placesOf(lines, seams);
  const found = (at: number, kind: Cut["kind"], isCertain = true): Cut => ({ at, kind, isIntroduced: true, isCertain });
  let tries = 0;
  let tables = 0;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (!isWritten(line)) continue;
    const next = nextWritten(lines, at + 1);
    if (isSeparator(line)) return found(withRule(lines, at), kindAt(lines, next));
    if (isHeaderBlock(lines, at, { isLoose })) {
      const isTold = isToldAbove(lines, at);
      const isAttached = isWritten(lines[at - 1]) && !isRule(lines[at - 1] ?? "");
      if ((!isTold && !isAttached) || isLoose || isTelling(lines, at)) return found(at, "headers", !isTold);
    }
    if (mayBeNotesTable(lines, at) && tables++ < mostTables && isNotesTable(lines, at))
      return found(at, "headers", !isToldAbove(lines, at));
    if (isRule(line) && isHeaderBlock(lines, next, { isMarked: true }))
      return found(at, "headers", !isToldAbove(lines, at));
    const kind = kindAt(lines, next);
    const introduction =
      endsLikeIntroduction(line) && tries++ < mostTries
        ? introductionEnding(lines, at, { isQuotedBelow: kind === "marked", isLoose })
        : undefined;
    if (introduction) return found(withRule(lines, introduction.at), kind, isDated(introduction));
    if (places.has(at)) return found(withRule(lines, at), isMarked(line) ? "marked" : kind);
    if (isMarked(line)) return { at, kind: "marked", isIntroduced: false, isCertain: false };
  }
  return undefined;
};

/** "What do these lines mean?": then the person speaks of what comes. */
const isToldAbove = (lines: readonly string[], at: number): boolean =>
  /[:?]$/.test(
    lines
      .slice(Math.max(0, at - 10), at)
      .findLast(isWritten)
      ?.trimEnd()
      .slice(-1) ?? "",
  );

const kindAt = (lines: readonly string[], at: number): Cut["kind"] =>
  isMarked(lines[at] ?? "") ? "marked" : "headers";

/** A line drawn above belongs to what stands below it. */
const withRule = (lines: readonly string[], at: number): number => {
  let above = at - 1;
  while (above >= 0 && !isWritten(lines[above])) above--;
  return above >= 0 && isRule(lines[above] ?? "") ? above : at;
};

/** Shorter words stand in many places. */
const fewestLetters = 10;

/** The lines at which the seams are. The text beside the HTML need not be the same word for word. */
export const placesOf = (lines: readonly string[], seams: readonly Seam[]): Set<number> => {
  const places = new Set<number>();
  const telling = seams
    .map(({ words, before }) => ({ letters: lettersOf(words), before }))
    .filter(({ letters }) => letters.length >= fewestLetters);
  if (telling.length === 0) return places;
  const said = lines.map(lettersOf);
  for (const { letters, before } of telling) {
    const found = said.flatMap((each, at) => (isSame(each, letters) ? [at] : []));
    const place = found[before];
    // More or fewer such lines than in the HTML: then nobody knows which one is meant.
    if (place !== undefined && found.length <= before + 2) places.add(place);
  }
  return places;
};

const lettersOf = (text: string): string =>
  text
    .slice(0, 300)
    .replace(/[^\p{L}\p{N}]+/gu, "")
    .toLowerCase();

/** Text is broken where 72 columns end, and HTML is not. */
const isSame = (line: string, letters: string): boolean =>
  line === letters ||
  (line.length >= 25 && letters.startsWith(line)) ||
  (letters.length >= 25 && line.startsWith(letters));
