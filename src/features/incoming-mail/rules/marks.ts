/**
 * Whether the line is marked as repeated. `>From` is what mailbox files make of somebody's own "From", `>>> ` the prompt
 * of a program.
 */
export const isMarked = (line: string): boolean => /^\s{0,3}>(?!From |>> \S)/.test(line);

export const isWritten = (line: string | undefined): boolean => line !== undefined && line.trim() !== "";

export const nextWritten = (lines: readonly string[], from: number): number => {
  let at = from;
  while (at < lines.length && !isWritten(lines[at])) at++;
  return at;
};

const moment =
  /\b(19|20)\d\d\b.{0,60}?\d{1,2}[:.h時点]\d{2}|\d{1,2}[:.h時点]\d{2}.{0,60}?\b(19|20)\d\d\b|\d{1,2}[./-] ?\d{1,2}[./-] ?\d{2,4}.{0,20}?\d{1,2}[:.]\d{2}|\d{1,2}:\d{2}.{1,6}\d{1,2}[./-]\d{1,2}[./-]\d{2}\b|(19|20)\d\d[年년].{0,60}?\d{1,2}:\d{2}/;

/** Whether a day and a time of it stand there. */
export const hasMoment = (text: string): boolean => moment.test(text);
