import sanitize from "sanitize-html";
import { isTooDeep } from "./depth.ts";
import { classesOfStyle, saidClasses } from "./safe-style.ts";
import { withShownTargets } from "./shown-targets.ts";

declare const sanitised: unique symbol;

/** HTML that may stand in a page of ours as it is. Only `sanitiseHtml` makes it. */
export type SafeHtml = string & { readonly [sanitised]: true };

/** Longer HTML is left alone: whoever has it shows the text instead. In characters. */
const longestHtml = 1_000_000;

/** More tags than in any newsletter; a million of them would take seconds. */
const mostTags = 100_000;

const hasTooManyTags = (html: string): boolean => {
  let count = 0;
  for (let at = html.indexOf("<"); at >= 0 && count <= mostTags; at = html.indexOf("<", at + 1)) count++;
  return count > mostTags;
};

const noAttributes: sanitize.Attributes = {};

/**
 * Keeps what words need (paragraphs, lists, tables, links, emphasis, a colour) and nothing that runs, loads, positions or
 * pretends; where a link leads elsewhere than it says, it says so. Pictures stay where they are part of the message (`cid:`); those that lie elsewhere keep their address in
 * `data-remote-src`, so that nothing is fetched before the reader asks. Undefined when it is too much or too deep to be looked at.
 */
export const sanitiseHtml = (html: string): SafeHtml | undefined => {
  if (html.length > longestHtml || hasTooManyTags(html) || isTooDeep(html)) return undefined;
  const safe = withShownTargets(sanitize(html.replaceAll("\0", ""), options).trim().toWellFormed());
  return safe.length > longestHtml ? undefined : (safe as SafeHtml);
};

const options: sanitize.IOptions = {
  allowedTags: [
    ..."p br div span b strong i em u s del ins sub sup small mark blockquote pre code hr".split(" "),
    ..."ul ol li dl dt dd table caption thead tbody tfoot tr th td a img".split(" "),
  ],
  allowedAttributes: {
    a: ["href", "rel", "target"],
    img: ["src", "alt", "width", "height", "data-remote-src"],
    td: ["colspan", "rowspan"],
    th: ["colspan", "rowspan", "scope"],
    ol: ["start"],
  },
  // Nobody else's classes: a page gives them meaning.
  allowedClasses: { "*": [...saidClasses] },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesByTag: { img: ["cid"] },
  allowProtocolRelative: false,
  nonTextTags: ["style", "script", "textarea", "option", "noscript", "title", "template", "svg", "math", "head"],
  nestingLimit: 200,
  parser: { decodeEntities: true },
  transformTags: {
    ...Object.fromEntries(
      ["p", "div", "span", "td", "th", "li", "b", "i", "em", "strong", "u", "s"].map((tag) => [
        tag,
        (tagName: string, { style, ...attribs }: sanitize.Attributes) => ({
          tagName,
          attribs: { ...withoutClass(attribs), ...classed(classesOfStyle(style ?? "")) },
        }),
      ]),
    ),
    // Headings belong to the page, which a message must not reorder for screen readers.
    ...Object.fromEntries(["h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => [tag, "p"])),
    font: (_tag, { color = "" }) => ({ tagName: "span", attribs: classed(classesOfStyle("", color.toLowerCase())) }),
    center: () => ({ tagName: "div", attribs: classed(["said-centred"]) }),
    a: (_tag, { href }) => ({
      tagName: "a",
      attribs: {
        ...(href !== undefined && { href }),
        rel: "noopener noreferrer nofollow",
        target: "_blank",
      },
    }),
    img: (_tag, { src = "", alt = "", width, height, style = "" }) => ({
      tagName: "img",
      attribs: {
        alt,
        ...(isNumber(width) && { width }),
        ...(isNumber(height) && { height }),
        ...(isHiddenBy(style) && { width: "0", height: "0" }),
        ...(/^https?:\/\//i.test(src) ? { "data-remote-src": src } : /^cid:/i.test(src) ? { src } : noAttributes),
      },
    }),
  },
};

const classed = (classes: readonly string[]): sanitize.Attributes =>
  classes.length === 0 ? noAttributes : { class: classes.join(" ") };

/** A message must not call its words by a name of ours. */
const withoutClass = ({ class: _, ...attribs }: sanitize.Attributes): sanitize.Attributes => attribs;

/** The style itself is not kept; that nobody should see the picture is. */
const isHiddenBy = (style: string): boolean =>
  /(?:^|[;\s])(?:display:\s*none|visibility:\s*hidden|(?:max-)?(?:width|height):\s*[01](?:px)?\s*(?:;|!|$))/i.test(
    style,
  );

const isNumber = (text: string | undefined): text is string => text !== undefined && /^\d{1,4}$/.test(text);
