import { hasMoment, isWritten } from "./marks.ts";

// Lotus Notes (HCL Notes) puts the headers of what it repeats into a table: names of headers stand alone in their lines, or
// at the end of them, without a colon, above or beside what they name.

const label = (names: string): RegExp => new RegExp(`(?:^|\\s{2,})(?:${names})\\s*$`, "iu");
const to = label("an|to|à|para|a|aan|do|til|till");
const subject = label("thema|betreff|subject|objet|asunto|oggetto|onderwerp|temat|assunto|emne|ämne");

const isDate = (line: string): boolean =>
  /^\s*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}(\s+(um\s+)?\d{1,2}:\d{2}(:\d{2})?(\s?[ap]m)?)?(\s+\S{1,12})?\s*$/iu.test(line);

/** `Ann Meyer <ann@…>`, `"Ann Meyer" <ann@…>`, `Ann Meyer/Muster/DE`, `Ann Meyer`: nothing but a person. */
const isPerson = (line: string): boolean =>
  line.length < 150 &&
  (/^\s*["'\p{L}][^<>:!?]{0,80}<[^<>\s]{1,200}@[^<>\s]{1,200}>\s*$/u.test(line) ||
    /^\s*[^\s<>@:]{1,64}@[^\s<>@:]{1,100}\s*$/u.test(line) ||
    /^\s*\p{Lu}[\p{L}.'-]*( \p{Lu}[\p{L}.'-]*){1,4}(\/[\p{L}\d .-]{1,40}){0,5}(@\w{1,40})?\s*$/u.test(line));

const mostLines = 24;
const mostWritten = 14;

/** A table in columns stands far to the right; what is wrapped there goes on in the next line. */
const standsRight = (line: string): boolean => /^\s{8,}\S/.test(line.slice(0, 100));

/** Whether one could begin here, by this line alone. */
export const mayBeNotesTable = (lines: readonly string[], at: number): boolean =>
  !(at > 0 && isWritten(lines[at - 1])) && (standsRight(lines[at] ?? "") || isPerson(lines[at] ?? ""));

/** Whether such a table begins here: a person, a date, and then the names of the headers. */
export const isNotesTable = (lines: readonly string[], at: number): boolean => {
  const isColumns = standsRight(lines[at] ?? "");
  const below = lines
    .slice(at, at + mostLines)
    .filter(isWritten)
    .slice(0, mostWritten);
  if (!isColumns && !below.slice(1, 3).some(isDate)) return false;
  const toAt = below.findIndex((line) => to.test(line.slice(0, 200)));
  const subjectAt = below.findIndex((line) => subject.test(line.slice(0, 200)));
  if (toAt < 1 || subjectAt <= toAt) return false;
  const head = below.slice(0, subjectAt + 1);
  if (isColumns && !head.every((line) => /^\s{8,}/.test(line))) return false;
  return hasMoment(head.map((line) => line.trim().slice(0, 60)).join(" ")) && head.every((line) => line.length < 200);
};
