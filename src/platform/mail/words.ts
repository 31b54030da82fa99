import type { Bodies } from "./bodies.ts";
import { writtenText } from "./clean-text.ts";
import { textOfHtml } from "./html-text.ts";
import type { MailWarning, ParsedMail } from "./parsed-mail.ts";

type Words = Pick<ParsedMail, "text" | "html" | "seams" | "attachments">;

/** Text and HTML of all that is to be read. */
export const wordsOf = ({ sections, files }: Bodies, warnings: Set<MailWarning>): Words => {
  const html = htmlOf(sections);
  const fromHtml = html === undefined ? undefined : textOfHtml(html);
  const texts = sections.map((section) => {
    if (section.plain?.trim()) return section.plain;
    if (section.html === undefined) return "";
    warnings.add("textFromHtml");
    return sections.length === 1 && fromHtml ? fromHtml.text : textOfHtml(section.html).text;
  });
  const text = writtenText(
    texts
      .filter((each) => each.trim() !== "")
      .map((each) => each.replace(/\s+$/, ""))
      .join("\n\n"),
  );
  return { text, html, seams: fromHtml?.seams ?? { old: [], signature: [] }, attachments: files };
};

/** All sections in one HTML, as soon as one of them is HTML. */
const htmlOf = (sections: Bodies["sections"]): string | undefined => {
  if (sections.every((section) => !section.html?.trim())) return undefined;
  const filled = sections.filter(({ plain, html }) => plain?.trim() || html?.trim());
  return filled.map(({ plain = "", html }) => (html?.trim() ? html : `<div>${escaped(plain)}</div>`)).join("\n");
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>\n");
