/**
 * Text from outside as the rest of the program can rely on it: without the NUL that PostgreSQL cannot store, and without
 * halves of surrogate pairs. Nobody can type either.
 */
export const clean = (text: string): string => text.replaceAll("\0", "").toWellFormed();
