/**
 * The form of a text in which it is hashed, stored and shown: Unicode NFC, line ends as \n, nothing around it and no
 * blanks at the ends of lines. So the same words always have the same hash, wherever they were typed.
 */
export const canonicalText = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .trim();
