import { Readable } from "node:stream";
import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { Context } from "../../platform/context.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import { textOfHtml } from "../../platform/mail/html-text.ts";
import type { MailPart, ParsedMail } from "../../platform/mail/parsed-mail.ts";
import { addressAmong, type MailDesk } from "../mail-addresses/index.ts";
import { isDeskAddress, readReplyAddress } from "../outgoing-mail/index.ts";
import type { fileMail } from "./actions/file-mail.ts";
import type { Examined } from "./examine.ts";
import type { IncomingMail } from "./mail.ts";
import { decisionSaid } from "./rules/decision.ts";
import { languageOf } from "./rules/language.ts";
import { copiedPeople } from "./rules/people.ts";
import { showsOldWords } from "./rules/repeats.ts";
import { numbersInSubject } from "./rules/thread.ts";
import { words } from "./words.ts";

/** What a ticket takes of one message; all of it stands in the raw form, and in full among the attachments. */
const longestText = 90_000;
const longestSubject = 250;
const mostFiles = 95;
/** As much as the listener takes in all. */
const largestFile = 100_000_000;

interface Given {
  mail: IncomingMail;
  desk: MailDesk;
  examined: Examined;
  raw: Buffer;
}

type Filing = Omit<z.input<(typeof fileMail)["input"]>, "mailId" | "described">;

/** Turns a message into what the desk files: who speaks, what is new in it, where it points to. Stores its files. */
export const filingOf = async (context: Context, { mail, desk, examined, raw }: Given): Promise<Filing> => {
  const { parsed, reply: folded } = examined;
  const [sender = { name: "", address: "" }] = examined.from;
  const isOwnAddress = (address: string): boolean => isDeskAddress({ desk, address });
  const contentLanguage = parsed.headers.get("content-language")?.[0] ?? "";
  const arrivedAt = await addressAmong(context.db, recipientsOf({ mail, examined }));
  const locale = languageOf({ contentLanguage, text: folded.text }) ?? arrivedAt?.locale ?? desk.locale;
  const written = wordsOf(examined, locale);
  return {
    sender: { name: sender.name, email: sender.address, locale },
    trace: {
      signed: signedAmong(context, { mail, desk, examined }),
      messageIds: [...parsed.inReplyTo, ...parsed.references.toReversed()].slice(0, 200),
      numbers: numbersInSubject(parsed.subject),
      desk: { mailAddress: desk.mailAddress, others: [...desk.others] },
    },
    ...(arrivedAt && {
      arrivedAt: { addressId: arrivedAt.id, teamId: arrivedAt.teamId, typeId: arrivedAt.typeId },
    }),
    shown: shownOf(parsed, written),
    decision: decisionSaid(examined),
    words: {
      ...written,
      attachments: await storeFiles(context, filesOf(examined, raw)),
      ...(parsed.messageId !== undefined && { mailMessageId: parsed.messageId }),
    },
    copied: copiedPeople({ sender: sender.address, to: parsed.to, cc: parsed.cc, isOwnAddress }).map(
      ({ name, address }) => ({ name, email: address }),
    ),
    filedAnyway: mail.filedAnyway,
  };
};

/** The envelope knows best to whom it went; the headers know it where a server has rewritten the envelope. */
const recipientsOf = ({ mail, examined: { parsed } }: Pick<Given, "mail" | "examined">): string[] => [
  ...mail.envelope.to,
  ...[...parsed.to, ...parsed.cc].map(({ address }) => address),
];

const signedAmong = ({ signer }: Context, { mail, desk, examined }: Omit<Given, "raw">) => {
  const [first, ...others] = recipientsOf({ mail, examined })
    .map((address) => readReplyAddress({ signer, desk, address }))
    .filter((reply) => reply !== undefined)
    // Sent to both kinds of address at once, it is for the desk only.
    .sort((one, other) => Number(other.isInternal ?? false) - Number(one.isInternal ?? false));
  if (first?.questionId === undefined) return first;
  // Sent to several of our addresses at once, it answers nobody knows which of them.
  const isOnly = others.every((other) => isDeepStrictEqual(other, first));
  return isOnly ? first : { ...first, questionId: undefined };
};

/** Everything that readers would get to see: the HTML may say more than the text beside it. */
const shownOf = (
  { html, attachments, text: whole }: ParsedMail,
  { text, html: safe }: { text: string; html?: string },
) => {
  const words = [text, ...(safe !== undefined && html !== undefined ? [textOfHtml(html).text] : [])].join("\n");
  const carriesMails = attachments.some(({ type }) => type === "message/rfc822");
  return { text: words, repeats: carriesMails || whole.length > longestText || showsOldWords(words) };
};

const wordsOf = ({ parsed: { subject, warnings }, html, reply: folded }: Examined, locale: Locale) => {
  const w = words[locale];
  const isWhole = folded.quoted === "" && folded.signature === "";
  // Shown as HTML only where nothing is folded: in HTML nobody can tell for sure where old words begin.
  const safe = isWhole && folded.text !== "" ? html : undefined;
  return {
    subject: subject.slice(0, longestSubject).toWellFormed().trim() || w.noSubject,
    text: (warnings.includes("broken") ? w.brokenMessage : folded.text.slice(0, longestText)) || w.emptyMessage,
    ...(safe !== undefined && { html: safe }),
    quoted: [folded.quoted, folded.signature].filter(Boolean).join("\n\n").slice(0, longestText),
  };
};

const filesOf = ({ parsed, html: safe, reply: folded }: Examined, raw: Buffer): readonly MailPart[] => {
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

const storeFiles = async ({ files }: Context, parts: readonly MailPart[]) => {
  const stored = [];
  for (const { name, type, read, contentId } of parts) {
    const { file, size } = await files.put(Readable.from([read()]), largestFile);
    stored.push({ file, name, type, size, ...(contentId !== undefined && { contentId }) });
  }
  return stored;
};
