import { compile } from "html-to-text";

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

// Line by line: `/ +$/gm` looks at a long run of blanks once for every blank in it.
const withoutTrailingBlanks = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
