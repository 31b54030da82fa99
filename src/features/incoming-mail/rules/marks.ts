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
