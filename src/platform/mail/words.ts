import type { Bodies } from "./bodies.ts";
import { writtenText } from "./clean-text.ts";
import { textOfHtml } from "./html-text.ts";
import type { MailWarning, ParsedMail } from "./parsed-mail.ts";

type Section = Bodies["sections"][number];
type Words = Pick<ParsedMail, "text" | "html" | "seams" | "attachments">;

/** Text and HTML of all that is to be read. */
export const wordsOf = ({ sections: given, files }: Bodies, warnings: Set<MailWarning>): Words => {
  const sections = withoutRepeated(given);
  const html = htmlOf(sections);
  const fromHtml = html === undefined ? undefined : textOfHtml(html);
  const texts = sections.map((section) => {
    if (section.html === undefined) return section.plain ?? "";
    if (section.plain?.trim() && !pointsToHtml(section.plain)) return section.plain;
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

/** Some programs put a text and the same as HTML one after the other, as if they were two. */
const withoutRepeated = (sections: Bodies["sections"]): Bodies["sections"] =>
  sections.flatMap((section, at) => {
    const next = sections[at + 1];
    const above = sections[at - 1];
    if (next && isSame(section, next)) return [];
    return above && isSame(above, section) ? [{ plain: above.plain, html: section.html }] : [section];
  });

const isSame = (text: Section, rich: Section): boolean =>
  text.html === undefined &&
  rich.html !== undefined &&
  rich.plain === undefined &&
  lettersOf(text.plain ?? "") !== "" &&
  lettersOf(text.plain ?? "") === lettersOf(textOfHtml(rich.html).text);

const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");

/** "Your program cannot display HTML": nobody has written that. */
const pointsToHtml = (plain: string): boolean =>
  plain.length < 400 &&
  /((does|do) not|doesn['’]t|don['’]t|cannot|can['’]t|unable to|nicht|kein\w{0,2}|ne .{1,20} pas|no (puede|admite|soporta)|non (supporta|visualizza)) .{0,60}html|html.{0,40}(compatible|capable|enabled|fähig)|html.{0,60}(nicht|not) .{0,30}(dargestellt|angezeigt|unterstützt|displayed|supported)/i.test(
    plain.replace(/\s+/g, " "),
  );

/** All sections in one HTML, as soon as one of them is HTML. */
const htmlOf = (sections: Bodies["sections"]): string | undefined => {
  if (sections.every((section) => !section.html?.trim())) return undefined;
  const filled = sections.filter(({ plain, html }) => plain?.trim() || html?.trim());
  return filled.map(({ plain = "", html }) => (html?.trim() ? html : `<div>${escaped(plain)}</div>`)).join("\n");
};

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>\n");
