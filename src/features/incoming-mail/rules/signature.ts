import { addressBlockStart, disclaimerStart } from "./closing.ts";
import { isWritten, nextWritten } from "./marks.ts";
import { placesOf, type Seam } from "./old-words.ts";
import { isProgramLine } from "./program-lines.ts";

/** RFC 3676 §4.3. Programs lose the blank at its end. */
const isDelimiter = (line: string): boolean => line === "-- " || /^(--|—|–) ?$/.test(line);

/** A signature is short; below a "--" that somebody typed as a line between two thoughts comes more. */
const longestSignature = 14;
/** With the blank at its end nobody types it by chance. */
const longestMarked = 40;

/** Where the signature begins, or the number of lines when there is none. */
export const signatureStart = (lines: readonly string[], seams: readonly Seam[] = []): number => {
  const end = lines.findLastIndex(isWritten) + 1;
  const delimiter = delimiterIn(lines, end);
  const starts = [delimiter, seamIn(lines, { seams, end }), programIn(lines, end), footerIn(lines, end)];
  const first = Math.min(end, ...starts.filter((at) => at !== undefined));
  const start = closingStart(lines, first) ?? first;
  return start === end || lines.slice(start, end).some((line) => postscript.test(line)) ? lines.length : start;
};

/** What somebody adds below his signature is no part of it. */
const postscript = /^\W{0,3}(p\. ?p?\.? ?s|ps|nb|nachtrag|edit)\s?[.:]/iu;

/** What stands directly above a signature may belong to it: a disclaimer, the address below a greeting. */
const closingStart = (lines: readonly string[], end: number): number | undefined => {
  const disclaimer = disclaimerStart(lines, end);
  return addressBlockStart(lines, disclaimer ?? end) ?? disclaimer;
};

const delimiterIn = (lines: readonly string[], end: number): number | undefined => {
  for (let at = end - 2; at >= Math.max(0, end - 1 - longestMarked); at--) {
    const line = lines[at] ?? "";
    if (isDelimiter(line) && (line === "-- " || (isCloselyFollowed(lines, { at, end }) && isAlone(lines, at))))
      return aboveIt(lines, at);
  }
  return undefined;
};

/** Below a person's signature a server may put its own. */
const aboveIt = (lines: readonly string[], at: number): number => {
  const from = Math.max(1, at - longestSignature);
  const other = lines.slice(from, at).lastIndexOf("-- ");
  return other < 0 ? at : from + other;
};

/** Between two thoughts a line of dashes has room on both sides, and nobody asks in a signature. */
const isCloselyFollowed = (lines: readonly string[], { at, end }: { at: number; end: number }): boolean =>
  at >= end - 1 - longestSignature &&
  isWritten(lines[at + 1]) &&
  !isSentence(lines[at + 1] ?? "") &&
  !lines.slice(at, end).some((line) => line.trimEnd().endsWith("?"));

/** Several such lines set parts of something apart. */
const isAlone = (lines: readonly string[], at: number): boolean =>
  !lines
    .slice(Math.max(0, at - longestMarked), at + longestMarked)
    .some((line, index) => index !== Math.min(at, longestMarked) && line !== "-- " && isDelimiter(line));

const isSentence = (line: string): boolean => line.length > 60 && /[.!]$/.test(line.trimEnd());

/** Where the HTML says that a signature begins, when it goes to the end of what was written. */
const seamIn = (
  lines: readonly string[],
  { seams, end }: { seams: readonly Seam[]; end: number },
): number | undefined => {
  const places = [...placesOf(lines, seams)].filter((at) => at > 0 && at >= end - longestMarked);
  return places.length === 0 ? undefined : Math.min(...places);
};

/** Some programs write two lines, and a delimiter above. */
const programIn = (lines: readonly string[], end: number): number | undefined => {
  let at = end;
  while (at > 0 && (isProgramLine(lines[at - 1] ?? "") || (at < end && !isWritten(lines[at - 1])))) at--;
  if (at === end) return undefined;
  const above = lines.slice(0, at).findLastIndex(isWritten);
  return above >= 0 && isDelimiter(lines[above] ?? "") ? above : nextWritten(lines, at);
};

const listFooter = /\bmailing ?list\b|\bmailman\b|\/listinfo\/|\bunsubscribe\b|\babbestellen\b|\baustragen\b/i;

/** What mailing lists put below: a line, and where to unsubscribe. */
const footerIn = (lines: readonly string[], end: number): number | undefined => {
  for (let at = end - 1; at >= Math.max(0, end - 8); at--)
    if (/^\s*_{20,}\s*$/.test(lines[at] ?? ""))
      return lines.slice(at).some((line) => listFooter.test(line.slice(0, 500))) ? at : undefined;
  return undefined;
};
