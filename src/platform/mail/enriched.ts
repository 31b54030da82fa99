/** Text in text/enriched or its predecessor text/richtext (RFC 1896), without its commands. */
export const textOfEnriched = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/<param>[^<]{0,500}<\/param>/gi, "")
    .replaceAll("<<", "\0")
    .replace(/<nl>|<\/?paragraph>/gi, "\n")
    .replace(/<\/?[a-z][a-z0-9-]{0,60}>/gi, "")
    .replaceAll("\0", "<")
    // A single line end is a blank, and of several one does not count.
    .replace(/\n(\n*)/g, (_, more: string) => (more === "" ? " " : more));
