import type { Verdict } from "./outcome.ts";

/** What answers a mail that asks for an approval. */
export interface Answer {
  /** What its writer newly wrote, without what he repeats and without a signature that is known as one. */
  text: string;
  /** His own, which may stand below. */
  name: string;
  /** Files may say anything. */
  hasFiles: boolean;
}

export interface MailDecision {
  verdict: Verdict;
  reason: string;
}

const yes = [
  ...["yes", "approved", "agreed", "i agree", "i approve", "i approve this", "yes approved", "yes i agree"],
  ...["yes i approve", "approval granted", "ja", "freigegeben", "einverstanden", "genehmigt", "zugestimmt"],
  ...["ja freigegeben", "ja einverstanden", "ja genehmigt", "ja ich bin einverstanden", "ja ich stimme zu"],
  ...["ich bin einverstanden", "ich stimme zu", "ich gebe frei", "ich gebe das frei", "hiermit freigegeben"],
  ...["hiermit genehmigt", "freigabe erteilt"],
];

const no = [
  ...["no", "declined", "rejected", "not approved", "not agreed", "i decline", "i do not agree", "i don't agree"],
  ...["i do not approve", "i don't approve", "i disagree", "no declined", "nein", "abgelehnt", "nicht freigegeben"],
  ...["nicht einverstanden", "nicht genehmigt", "nein abgelehnt", "nein nicht einverstanden", "ich lehne ab"],
  ...["ich lehne das ab", "ich bin nicht einverstanden", "ich stimme nicht zu", "keine freigabe"],
];

const longestReason = 5_000;
/** More is no clear answer. */
const longestText = 10_000;
const longestClear = 80;

/**
 * What the answer decides, only where nobody could read it otherwise: the first line is one of a few words and says
 * nothing else; for a yes, nothing but a greeting stands below. Everything else decides nothing, "yes, but …" above all.
 */
export const decisionIn = ({ text, name, hasFiles }: Answer): MailDecision | undefined => {
  if (text.length > longestText) return undefined;
  const lines = text.split("\n").map((line) => line.trim());
  if (hasFiles || lines.some((line) => line.startsWith(">"))) return undefined;
  const written = lines.findIndex((line) => line !== "" && !isSalutation(line));
  // A greeting line is one thing above; more lines that look like one are something else.
  if (written < 0 || lines.slice(0, written).filter(Boolean).length > 1) return undefined;
  const first = lines[written] ?? "";
  const rest = lines.slice(written + 1);
  if (yes.includes(bare(first))) return isFarewell(rest, name) ? { verdict: "approved", reason: "" } : undefined;
  const reason = reasonBehind(first);
  if (reason === undefined) return undefined;
  const end = rest.findIndex((line, index) => line !== "" && isFarewell(rest.slice(index), name));
  const whole = [reason, ...rest.slice(0, end < 0 ? rest.length : end)].join("\n").trim();
  const contradicts = rest.some((line) => yes.includes(bare(line)));
  return whole === "" || contradicts || whole.length > longestReason
    ? undefined
    : { verdict: "declined", reason: whole };
};

/** Without emphasis, punctuation around and between, and capitals. */
const bare = (line: string): string => {
  if (line.length > longestClear) return "";
  const plain = line.normalize("NFKC").toLowerCase().replaceAll("’", "'");
  return plain.replace(/^[*_"„“”'\s]+|[*_"„“”'.!\s]+$/g, "").replace(/[,\s]+/g, " ");
};

/** What stands behind a no; empty when nothing does, undefined when it is no clear no. */
const reasonBehind = (line: string): string | undefined => {
  if (no.includes(bare(line))) return "";
  if (line.length > longestReason) return undefined;
  const colon = /^([^:;–—]{2,40}?)\s*(?:[:;–—]|\s-\s)\s*(\S.*)$/u.exec(line);
  if (colon && no.includes(bare(colon[1] ?? ""))) return colon[2] ?? "";
  const because = /^(.{2,40}?),?\s+((?:weil|denn|because)\s.*)$/iu.exec(line);
  return because && no.includes(bare(because[1] ?? "")) ? because[2] : undefined;
};

const salutation =
  /^(hallo|guten (tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|moin|servus|grüß gott|hi|hello|hey|dear|good (morning|afternoon|evening))(\s[\p{L}.'’-]{1,30}){0,6}\s*[,!.]?$/iu;

const isSalutation = (line: string): boolean => salutation.test(line) && !hedges.test(line);

const closing =
  /^(((mit )?(freundliche[nr]?|viele[n]?|beste[nr]?|liebe[nr]?|herzliche[nr]?|schöne[nr]?) )?(grüße[n]?|gruß|gruss|grüsse[n]?)|mfg|vg|lg|(vielen )?dank|danke( schön| sehr)?|(best|kind|warm|many) (regards|thanks|wishes)|regards|best|thanks( a lot| very much)?|thank you|cheers|(yours )?sincerely|sent from my|von meinem|gesendet (von|mit)|get outlook)(?!\p{L}).{0,50}$/iu;

/** Words by which somebody takes back half of what he said. */
const hedges =
  /(?<!\p{L})(aber|erst|nur|wenn|falls|sofern|außer|ausser|jedoch|allerdings|nicht|kein(e|en)?|nein|vorbehalt\p{L}*|bedingung\p{L}*|but|only|if|unless|except|however|provided|not|no|until|after)(?!\p{L})/iu;

const mostBelow = 10;

/** Whether nothing but a greeting, a name and what belongs to a signature stands there. */
const isFarewell = (lines: readonly string[], name: string): boolean => {
  const written = lines.filter(Boolean);
  const [first = ""] = written;
  if (written.length === 0) return true;
  if (written.length > mostBelow || written.some((line) => line.length > 80 || hedges.test(line))) return false;
  const isNamed = isNameOf(first, name);
  if (!isNamed && !closing.test(first)) return false;
  // Sentences are more than a signature.
  return written.slice(1).every((line) => !/[.!?:]$/.test(line));
};

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

const isNameOf = (line: string, name: string): boolean => {
  const own = wordsOf(name);
  const said = wordsOf(line);
  return said.length > 0 && said.every((word) => own.includes(word));
};
