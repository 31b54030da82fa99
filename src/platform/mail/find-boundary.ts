/** The boundary that a multipart uses and does not announce: the first line of hyphens with a header below it. */
export const findBoundary = (body: Buffer): string | undefined => {
  const text = body.toString("latin1", 0, 200_000);
  const found = /(?:^|\n)--([!-~][ -~]{0,200}?)[ \t]*\r?\n(?:content-[\w-]+[ \t]*:|\r?\n)/i.exec(text);
  return found?.[1];
};
