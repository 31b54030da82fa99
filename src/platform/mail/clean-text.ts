// Control characters are nobody's words, and PostgreSQL takes no NUL in text.

/** Signs that turn what follows around, by which one thing can be made to look like another. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** The value of a header as it can be shown and stored. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .replace(turning, "")
    .trim()
    .toWellFormed();

/** What somebody wrote, as it can be shown and stored; its lines end with \n. */
export const writtenText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff]/g, "")
    .replace(/^[ \t]*\n(?:[ \t]*\n)*/, "")
    .trimEnd()
    .toWellFormed();
