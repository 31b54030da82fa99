import { hasMoment, isWritten } from "./marks.ts";

/** "AM> It stops." as The Bat! and others mark what they repeat: by the initials of whoever wrote it. */
const initialled = /^\s{0,3}(\p{Lu}[\p{L}]{0,3})>{1,5}(?=\s|$)/u;

/** What stands there when somebody shows what a program asked and answered. */
const prompts = new Set("A C D E X DB PS SQL CMD IN OUT SH FTP GDB OK CLI IRB R".split(" "));

/** "Tuesday, November 3, 2026, 2:05:12 PM, you wrote:" */
const introduces =
  /(?<!\p{L})(wrote|writes|schrieb|schrieben|schreibt|geschrieben|a écrit|avez écrit|escribió|ha scritto|schreef|pisze|napisał\p{L}*|писал\p{L}*|пишет|пишете|написал\p{L}*)(?!\p{L}).{0,80}:\s*$/iu;

/** In front of lines that are marked by initials, so that they are looked at like all marked lines; no letter of anybody. */
const sign = ">\ue0a7";

/**
 * Marks the lines that begin with initials, where the line above introduces somebody else's words and says when they were
 * written or whose initials these are. Without that they may be anything, a program's prompt above all.
 */
export const markInitials = (lines: readonly string[]): readonly string[] => {
  const first = lines.findIndex((line) => initialled.test(line.slice(0, 20)));
  const initials = initialled.exec((lines[first] ?? "").slice(0, 20))?.[1];
  if (initials === undefined || prompts.has(initials.toUpperCase())) return lines;
  const above = lines.slice(Math.max(0, first - 3), first).findLast(isWritten) ?? "";
  if (above.length > 400 || !introduces.test(above)) return lines;
  const greeting = lines.slice(0, first).find(isWritten) ?? "";
  if (!hasMoment(above) && !isNamed(`${above} ${greeting.slice(0, 200)}`, initials)) return lines;
  const own = new RegExp(`^\\s{0,3}\\p{Lu}\\p{L}{0,3}>`, "u");
  return lines.map((line, at) => (at >= first && own.test(line.slice(0, 20)) ? `${sign}${line}` : line));
};

export const withoutSign = (text: string): string => text.replaceAll(sign, "");

/** Whether words with these initials follow on one another. */
const isNamed = (text: string, initials: string): boolean => {
  const firsts = [...text.matchAll(/\p{Lu}\p{L}+/gu)].map(([word]) => word.charAt(0)).join("");
  return initials.length > 1 && firsts.includes(initials.toUpperCase());
};
