import { Parser } from "htmlparser2";
import { isTooDeep, withoutTags } from "../html/depth.ts";
import { lineWriter } from "./line-writer.ts";
import { isOldWords, isSignature, seamsIn, type Seams } from "./html-seams.ts";

/** What somebody else's HTML says, as text; what it quotes stands behind `>`. */
export interface HtmlText {
  text: string;
  seams: Seams;
}

/** In characters; longer HTML is cut, its file is kept. */
export const longestHtml = 2_000_000;
const mostSeams = 50;
/** Longer words are no address, so that nothing has to be compared with one. */
const longestLink = 1_000;

const skipped = new Set(
  "script style head title template noscript svg math object iframe select textarea video audio canvas map".split(" "),
);
const blocks = new Set(
  "div section article header footer main aside nav address center form fieldset table thead tbody tfoot tr caption dl dt dd ul ol li figure figcaption details summary pre blockquote hr h1 h2 h3 h4 h5 h6 p body".split(
    " ",
  ),
);
const spaced = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "hr", "p"]);

interface Element {
  name: string;
  isBlock: boolean;
  isSpaced: boolean;
  isSkipped: boolean;
  isPre: boolean;
  isQuote: boolean;
  href: string;
  /** Where a link's words begin. */
  mark: number;
}

export const textOfHtml = (html: string): HtmlText => {
  if (isTooDeep(html)) return { text: tidied(withoutTags(html)), seams: { old: [], signature: [] } };
  const out = lineWriter();
  const open: Element[] = [];
  const lists: { kind: string; count: number }[] = [];
  const seams: { kind: keyof Seams; line: number }[] = [];
  let skipping = 0;
  // Text comes in pieces as small as a sign; together they cost less.
  let waiting = "";
  const flush = (): void => {
    if (waiting !== "") out.say(waiting);
    waiting = "";
  };

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        flush();
        const element = elementOf(name, attributes);
        open.push(element);
        if (element.isSkipped) skipping++;
        if (skipping > 0) return;
        if (name === "br") {
          out.breakLine();
          return;
        }
        if (element.isBlock) out.startBlock(element.isSpaced);
        if (element.isQuote) out.quote(1);
        if (element.isPre) out.preformat(1);
        if (name === "ul" || name === "ol") lists.push({ kind: name, count: 0 });
        if (name === "li") out.say(bulletOf(lists));
        if ((name === "td" || name === "th") && !out.isAtStart()) out.tab();
        if (seams.length < mostSeams) {
          if (isOldWords(name, attributes)) seams.push({ kind: "old", line: out.lineCount() });
          else if (isSignature(attributes)) seams.push({ kind: "signature", line: out.lineCount() });
        }
        element.mark = out.position();
      },
      ontext(text) {
        if (skipping === 0) waiting += text;
      },
      onclosetag(name) {
        flush();
        const element = open.pop();
        if (!element) return;
        if (element.isSkipped) skipping--;
        if (skipping > 0 || element.isSkipped) return;
        if (element.href !== "") out.say(linkBeside(out.since(element.mark, longestLink), element.href));
        if (name === "ul" || name === "ol") lists.pop();
        if (element.isPre) out.preformat(-1);
        if (element.isQuote) out.quote(-1);
        if (element.isBlock) out.endBlock(element.isSpaced);
      },
    },
    { decodeEntities: true },
  );
  parser.write(html.slice(0, longestHtml));
  parser.end();
  flush();
  const lines = out.lines();
  return { text: tidied(lines.join("\n")), seams: seamsIn(lines, seams) };
};

const elementOf = (name: string, attributes: Record<string, string>): Element => {
  const style = (attributes["style"] ?? "").slice(0, 2_000).toLowerCase();
  const isHidden = /display\s*:\s*none|mso-hide\s*:\s*all/.test(style) || "hidden" in attributes;
  const isTight = /^mso/i.test(attributes["class"] ?? "") || /margin(-bottom)?\s*:\s*0/.test(style);
  return {
    name,
    isBlock: blocks.has(name),
    isSpaced: spaced.has(name) && !(name === "p" && isTight),
    isSkipped: skipped.has(name) || isHidden,
    isPre: name === "pre" || /white-space\s*:\s*(pre|break-spaces)/.test(style),
    // Programs indent one's own words by a quotation without a border.
    isQuote: name === "blockquote" && !/border(-left)?\s*:\s*(none|0)/.test(style),
    href: name === "a" ? reachable(attributes["href"] ?? "") : "",
    mark: 0,
  };
};

/** Addresses that a person may follow; what a script or a file hides behind is left out. */
const reachable = (href: string): string => {
  const bare = href.replace(/\s+/g, "");
  return /^(https?:\/\/|mailto:|tel:)./i.test(bare) ? bare : "";
};

const linkBeside = (words: string, href: string): string => {
  const address = href.replace(/^mailto:/i, "");
  const plain = (text: string): string => text.replace(/^(https?:\/\/)?(www\.)?|\/$/gi, "").toLowerCase();
  const said = words.trim().replace(/\s+/g, "");
  return said === "" || plain(said) === plain(address) || plain(said) === plain(href.replace(/^tel:/i, ""))
    ? ""
    : ` <${address}>`;
};

const bulletOf = (lists: { kind: string; count: number }[]): string => {
  const list = lists.at(-1);
  if (!list) return "- ";
  list.count++;
  return `${"  ".repeat(Math.min(lists.length - 1, 10))}${list.kind === "ol" ? `${list.count}.` : "-"} `;
};

const tidied = (text: string): string =>
  text
    .replaceAll("\u00a0", " ")
    .split("\n")
    // Line by line: `/ +$/gm` looks at a long run of blanks once for every blank in it.
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
