import { compile } from "html-to-text";
import { isTooDeep, withoutTags } from "../html/depth.ts";

/** In characters; longer HTML is cut, its file is kept. */
const longestHtml = 2_000_000;

const shared = {
  wordwrap: false,
  limits: { maxInputLength: longestHtml, maxDepth: 400 },
} as const;

const linkBeside = { hideLinkHrefIfSameAsText: true, linkBrackets: ["<", ">"] as [string, string] };

const hrefOf = (attributes: unknown): string =>
  typeof attributes === "object" && attributes !== null && "href" in attributes ? String(attributes.href) : "";

const ofOurs = compile({
  ...shared,
  formatters: {
    // A button is a line of its own with its address below, so that mail programs make it a link.
    button(element, walk, builder) {
      builder.openBlock({ leadingLineBreaks: 2 });
      walk(element.children, builder);
      builder.addInline(":");
      builder.addLineBreak();
      builder.addInline(hrefOf(element.attribs), { noWordTransform: true });
      builder.closeBlock({ trailingLineBreaks: 2 });
    },
  },
  selectors: [
    { selector: "h1", options: { uppercase: false, leadingLineBreaks: 2 } },
    { selector: "a", options: linkBeside },
    { selector: "a.mail-button", format: "button" },
    { selector: ".mail-preview", format: "skip" },
    { selector: "img", format: "skip" },
  ],
});

/** The text alternative of a mail that was made from our own blocks. */
export const textOfOwnMail = (html: string): string => `${withoutTrailingBlanks(ofOurs(html)).trim()}\n`;

/** Addresses that a person may follow; what a script or a file hides behind is left out. The library takes `mailto:` off. */
const reachable = (href: string): string =>
  /^(https?:|mailto:|tel:|[^\s:/?]+@[^\s:/?]+(\?|$))/i.test(href.trim()) ? href : "";

const ofOthers = compile({
  ...shared,
  selectors: [
    ...["h1", "h2", "h3", "h4", "h5", "h6"].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: "a", options: { ...linkBeside, pathRewrite: reachable } },
    { selector: "img", format: "skip" },
    { selector: "ul", options: { itemPrefix: "- " } },
    // Mail programs write every line as a paragraph of its own.
    { selector: "p", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
  ],
});

/** What somebody else's HTML says, as text; what it quotes stands behind `>`. */
export const textOfForeignMail = (html: string): string =>
  withoutTrailingBlanks(
    (isTooDeep(html) ? withoutTags(html) : ofOthers(html.slice(0, longestHtml))).replace(/\u00a0/g, " "),
  )
    .replace(/\n{3,}/g, "\n\n")
    .trim();

// Line by line: `/ +$/gm` looks at a long run of blanks once for every blank in it.
const withoutTrailingBlanks = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
