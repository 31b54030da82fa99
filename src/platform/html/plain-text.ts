import { compile } from "html-to-text";

const toText = compile({
  wordwrap: false,
  limits: { maxInputLength: 2_000_000, maxDepth: 200 },
  selectors: [
    { selector: "a", options: { hideLinkHrefIfSameAsText: true, linkBrackets: ["<", ">"] } },
    { selector: "img", format: "skip" },
    { selector: "ul", options: { itemPrefix: "- ", leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: "li > p", format: "paragraph", options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: "p", options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
  ],
});

/** What somebody wrote in our own editor, as text: a blank line between paragraphs, quotes behind ">". */
export const textOfWritten = (html: string): string =>
  toText(html)
    .replace(/\u00a0/g, " ")
    .replace(/[ \t]+$/gm, "")
    // Room for a second digit, which short lists do not need.
    .replace(/^ (?=\d\. )/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
