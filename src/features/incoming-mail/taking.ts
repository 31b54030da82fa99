import { Readable } from "node:stream";
import type { Context } from "../../platform/context.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import type { MailPart } from "../../platform/mail/parsed-mail.ts";
import type { Examined } from "./examine.ts";
import { longestText, shownHtml } from "./shown.ts";
import { words } from "./words.ts";

const longestSubject = 250;
const mostFiles = 95;
/** As much as the listener takes in all. */
const largestFile = 100_000_000;

export const subjectFrom = (subject: string, locale: Locale): string =>
  subject.slice(0, longestSubject).toWellFormed().trim() || words[locale].noSubject;

/** What a ticket takes of a message as its words. */
export const wordsOf = ({ parsed: { subject, warnings }, html, reply: folded }: Examined, locale: Locale) => {
  const w = words[locale];
  const safe = shownHtml({ reply: folded, html });
  return {
    subject: subjectFrom(subject, locale),
    text: (warnings.includes("broken") ? w.brokenMessage : folded.text.slice(0, longestText)) || w.emptyMessage,
    ...(safe !== undefined && { html: safe }),
    quoted: [folded.quoted, folded.signature].filter(Boolean).join("\n\n").slice(0, longestText),
  };
};

/** What a ticket takes of it as files. */
export const filesOf = ({ parsed, html: safe, reply: folded }: Examined, raw: Buffer): readonly MailPart[] => {
  const { attachments, text, html, warnings } = parsed;
  const isCut = folded.text.length > longestText || folded.quoted.length > longestText;
  // Its text was made from the beginning of it, or without looking at how it is built.
  const isOdd = html !== undefined && warnings.includes("textFromHtml") && safe === undefined;
  return [
    ...attachments.slice(0, mostFiles),
    // What a ticket cannot hold one by one, it holds in the whole message.
    ...(attachments.length > mostFiles ? [fileOf("message.eml", "message/rfc822", raw)] : []),
    ...(isCut ? [fileOf("message.txt", "text/plain", text)] : []),
    ...(isOdd ? [fileOf("message.html", "text/html", html)] : []),
  ];
};

const fileOf = (name: string, type: string, content: string | Buffer): MailPart => ({
  name,
  type,
  read: () => (typeof content === "string" ? Buffer.from(content) : content),
  inline: false,
  contentId: undefined,
});

export const storeFiles = async ({ files }: Context, parts: readonly MailPart[]) => {
  const stored = [];
  for (const { name, type, read, contentId } of parts) {
    const { file, size } = await files.put(Readable.from([read()]), largestFile);
    stored.push({ file, name, type, size, ...(contentId !== undefined && { contentId }) });
  }
  return stored;
};
