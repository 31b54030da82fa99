/** Deeper than any mail program nests; beyond it HTML parsers take seconds (100,000 `<div>`: 4 s). */
const deepest = 400;

const voidTags = new Set(
  "area base br col embed hr img input link meta p param source track wbr li td tr th".split(" "),
);

/** Whether the HTML is nested so deeply that it was made to be slow. Counts tags, without taking it apart. */
export const isTooDeep = (html: string): boolean => {
  let depth = 0;
  for (const [, slash, name = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9]{0,20})\b/gi)) {
    if (voidTags.has(name.toLowerCase())) continue;
    depth = slash ? Math.max(0, depth - 1) : depth + 1;
    if (depth > deepest) return true;
  }
  return false;
};

/** What is left when every tag is taken away; for HTML that is not worth more. */
export const withoutTags = (html: string): string =>
  html
    .replace(/<[^<>]{0,2000}>/g, " ")
    .replace(/\s{2,}/g, "\n")
    .trim();
