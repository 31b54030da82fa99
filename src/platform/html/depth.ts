/** Deeper than any mail program nests; beyond it HTML parsers take seconds (100,000 `<div>`: 4 s). */
const deepest = 400;

const voidTags = new Set(
  "area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
    " ",
  ),
);

const paragraph = new Set(["p"]);
const cells = new Set(["tr", "th", "td"]);
const same = (...names: string[]): [string, ReadonlySet<string>][] => names.map((name) => [name, new Set([name])]);
/** Which open element ends when this one begins, because nobody writes its end. */
const endsBefore = new Map<string, ReadonlySet<string>>([
  ...same("li", "option", "p"),
  ...["tr", "th", "td"].map((name): [string, ReadonlySet<string>] => [
    name,
    name === "tr" ? cells : new Set(["th", "td"]),
  ]),
  ...["dd", "dt"].map((name): [string, ReadonlySet<string>] => [name, new Set(["dd", "dt"])]),
  ...["div", "table", "ul", "ol", "blockquote", "pre", "section", "h1", "h2", "h3"].map(
    (name): [string, ReadonlySet<string>] => [name, paragraph],
  ),
]);

/**
 * Whether the HTML is nested so deeply that it was made to be slow. Ends of elements that were never opened count for
 * nothing, as they do in parsers, which look through all that is open for each of them.
 */
export const isTooDeep = (html: string): boolean => {
  const open: string[] = [];
  for (const [, slash, given = ""] of html.matchAll(/<(\/?)([a-z][^\s/>]{0,60})/gi)) {
    const name = given.toLowerCase();
    if (slash) {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
      continue;
    }
    if (voidTags.has(name)) continue;
    const ended = endsBefore.get(name);
    while (ended?.has(open.at(-1) ?? "") === true) open.pop();
    open.push(name);
    if (open.length > deepest) return true;
  }
  return false;
};

/** What is left when every tag is taken away; for HTML that is not worth more. */
export const withoutTags = (html: string): string =>
  html
    .replace(/<[^<>]{0,2000}>/g, " ")
    .replace(/\s{2,}/g, "\n")
    .trim();
