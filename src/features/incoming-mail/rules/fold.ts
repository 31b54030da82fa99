import { introductionAt, isHeaderBlock, isRule, isSeparator } from "./attribution.ts";
import { signatureStart } from "./signature.ts";

/** A message cut into what the person has newly written and what is folded away. Nothing is lost: the parts make up the whole. */
export interface Folded {
  text: string;
  quoted: string;
  signature: string;
}

interface Given {
  text: string;
  subject: string;
}

const forwarded = /^\s*(fwd?|wg|tr|rv|i|doorst|pd|wtr)\s*:/i;
const forwardMark =
  /^\s*(-{2,}\s*)?(forwarded message|weitergeleitete nachricht|begin forwarded message:?|anfang der weitergeleiteten nachricht:?|message transféré)(\s*-{2,})?\s*:?\s*$/i;

export const isForwardMark = (line: string): boolean => line.length < 80 && forwardMark.test(line);

/** "See my answers below": then the new words stand inside of the old ones, and only a person can tell them apart. */
const answersInside =
  /\b(siehe (weiter )?unten|s\. ?unten|antworten (im text|unten|inline)|kommentare (im text|unten|inline)|in rot|in blau|see below|see inline|(answers|comments|replies) (below|inline|in red|in blue)|inline)\b/i;

/**
 * Separates new words from repeated ones. Where that is not clear everything is shown: folding somebody's words away is
 * worse than showing old ones again.
 */
export const fold = ({ text, subject }: Given): Folded => {
  const whole: Folded = { text: text.trim(), quoted: "", signature: "" };
  const lines = text.split("\n");
  const cut = oldWordsAt(lines);
  if (forwarded.test(subject) || lines.slice(0, cut?.at).some(isForwardMark)) return whole;
  const { own, quoted } = cut ? parted(lines, cut) : { own: lines, quoted: [] };
  if (cut?.kind === "headers" && answersInside.test(own.join("\n").slice(0, 1_000))) return whole;
  const at = signatureStart(own);
  const folded = { text: joined(own.slice(0, at)), quoted: joined(quoted), signature: joined(own.slice(at)) };
  return folded.text === "" ? whole : folded;
};

const joined = (lines: readonly string[]): string => lines.join("\n").trim();

/** `marked`: quoted lines begin with ">". `headers`: everything from there on is old, as Outlook does it. */
interface Cut {
  at: number;
  kind: "marked" | "headers";
}

export const isMarked = (line: string): boolean => /^\s{0,3}>/.test(line);

/** Where old words seem to begin, if anywhere. */
export const oldWordsAt = (lines: readonly string[]): Cut | undefined => {
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (
      isSeparator(line) ||
      isHeaderBlock(lines, at) ||
      (isRule(line) && isHeaderBlock(lines, nextWritten(lines, at + 1)))
    )
      return { at, kind: "headers" };
    const introduction = introductionAt(lines, at);
    if (introduction > 0)
      return { at, kind: isMarked(lines[nextWritten(lines, at + introduction)] ?? "") ? "marked" : "headers" };
    if (isMarked(line)) return { at, kind: "marked" };
  }
  return undefined;
};

const nextWritten = (lines: readonly string[], from: number): number => {
  let at = from;
  while (at < lines.length && (lines[at] ?? "").trim() === "") at++;
  return at;
};

/** Own lines and old lines. Answers between quotations keep what they answer. */
const parted = (lines: readonly string[], { at, kind }: Cut): { own: readonly string[]; quoted: readonly string[] } => {
  if (kind === "headers") return { own: lines.slice(0, at), quoted: lines.slice(at) };
  const before = lines.slice(0, at);
  const rest = lines.slice(at);
  const lastMarked = rest.findLastIndex(isMarked);
  const tail = rest.slice(lastMarked + 1);
  const tailIsOwn = tail.some((line) => line.trim() !== "");
  if (writtenBetween(rest.slice(0, lastMarked + 1)))
    // Inline answers: quotations up to the last answer stay, only what is repeated after it goes.
    return tailIsOwn ? { own: lines, quoted: [] } : cutTrailing(lines);
  return tailIsOwn
    ? { own: [...before, ...tail], quoted: rest.slice(0, lastMarked + 1) }
    : { own: before, quoted: rest };
};

/** Whether own words stand between the quoted lines (after the introduction, which is not marked). */
const writtenBetween = (rest: readonly string[]): boolean => {
  const firstMarked = rest.findIndex(isMarked);
  return rest
    .slice(firstMarked)
    .some((line, index, all) => line.trim() !== "" && !isMarked(line) && !isWrapped(all, index));
};

/** The end of a quoted line that a program broke without marking it again: one short line between two marked ones. */
const isWrapped = (lines: readonly string[], at: number): boolean =>
  isMarked(lines[at - 1] ?? "") &&
  isMarked(lines[at + 1] ?? "") &&
  (lines[at - 1] ?? "").length >= 65 &&
  (lines[at] ?? "").length < 30;

const cutTrailing = (lines: readonly string[]): { own: readonly string[]; quoted: readonly string[] } => {
  const lastOwn = lines.findLastIndex((line) => line.trim() !== "" && !isMarked(line));
  return { own: lines.slice(0, lastOwn + 1), quoted: lines.slice(lastOwn + 1) };
};
