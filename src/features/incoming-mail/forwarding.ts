import type { z } from "zod";
import type { Context } from "../../platform/context.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import type { MailPart } from "../../platform/mail/parsed-mail.ts";
import type { MailDesk } from "../mail-addresses/index.ts";
import { isDeskAddress } from "../outgoing-mail/index.ts";
import { findPersonByEmail } from "../people/index.ts";
import type { forwarded } from "./actions/open-forwarded.ts";
import { examineMail, type Examined } from "./examine.ts";
import { ownMarksOf } from "./own-marks.ts";
import { fold } from "./rules/fold.ts";
import { forwardsIn, type Forward } from "./rules/forwarded.ts";
import { languageOf } from "./rules/language.ts";
import { isMachine } from "./rules/people.ts";
import { filesOf, longestText, storeFiles, subjectFrom, wordsOf } from "./taking.ts";
import { words } from "./words.ts";

type Forwarded = z.input<typeof forwarded>[number];

interface Given {
  desk: MailDesk;
  examined: Examined;
  /** The message's files, stored. */
  attachments: Forwarded["words"]["attachments"];
  locale: Locale;
}

/**
 * Whose messages an agent's mail forwards, as they would be filed, the outermost first: in its text, or one as a file.
 * What others forward is their own request.
 */
export const forwardedIn = async (context: Context, given: Given): Promise<Forwarded[]> => {
  const { from, parsed, isStandIn } = given.examined;
  if (isStandIn) return [];
  const forwarder = from[0] && (await findPersonByEmail(context.db, from[0].address.toLowerCase()));
  if (!forwarder || forwarder.role === "customer") return [];
  const inside = forwardsIn(parsed);
  const [attached, ...more] = parsed.attachments.filter(isMessage);
  if (inside.length > 0) return writtenIn(inside, given);
  return attached && more.length === 0 ? attachedAs(context, attached, given) : [];
};

const isMessage = ({ name, type }: MailPart): boolean =>
  type === "message/rfc822" || type === "application/vnd.ms-outlook" || /\.(eml|msg)$/i.test(name);

const isSomebody = (address: string, desk: MailDesk): boolean =>
  !isDeskAddress({ desk, address }) && !isMachine(address);

const writtenIn = (inside: readonly Forward[], { desk, attachments, locale }: Given): Forwarded[] => {
  const found: Forwarded[] = [];
  const above: string[] = [];
  for (const { from, subject, text, above: own, headers } of inside) {
    if (!isSomebody(from.address, desk)) break;
    above.push(own, headers);
    const folded = fold({ text, subject: "" });
    const language = languageOf({ contentLanguage: "", text: folded.text }) ?? locale;
    found.push({
      sender: { name: from.name, email: from.address, locale: language },
      words: {
        subject: subjectFrom(subject, language),
        text: folded.text.slice(0, longestText) || words[language].emptyMessage,
        quoted: [folded.quoted, folded.signature].filter(Boolean).join("\n\n").slice(0, longestText),
        attachments,
      },
      note: noteOf(above, { locale, attachments: [] }),
    });
  }
  return found;
};

const attachedAs = async (
  context: Context,
  part: MailPart,
  { desk, examined, attachments, locale }: Given,
): Promise<Forwarded[]> => {
  const raw = part.read();
  const inner = await examineMail(raw, { envelopeFrom: undefined, own: ownMarksOf(desk) });
  const [from] = inner.from;
  if (inner.ignored || !from || !isSomebody(from.address, desk)) return [];
  const language = languageOf({ contentLanguage: "", text: inner.reply.text }) ?? locale;
  const { messageId, date } = inner.parsed;
  const headers = [`${from.name} <${from.address}>`, inner.parsed.subject, date?.toISOString() ?? ""];
  return [
    {
      sender: { name: from.name, email: from.address, locale: language },
      words: {
        ...wordsOf(inner, language),
        attachments: await storeFiles(context, filesOf(inner, raw)),
        ...(messageId !== undefined && { mailMessageId: messageId }),
      },
      note: noteOf([examined.parsed.text, headers.filter(Boolean).join("\n")], { locale, attachments }),
    },
  ];
};

/** What those who forwarded it wrote, and how it was headed there, for the desk alone. `above`: in turns. */
const noteOf = (
  above: readonly string[],
  { locale, attachments }: Pick<Given, "locale" | "attachments">,
): Forwarded["note"] => {
  const [own = "", ...rest] = above;
  const { text, quoted, signature } = fold({ text: own, subject: "" });
  const said = [text, words[locale].forwarded, ...rest].filter((each) => each.trim() !== "").join("\n\n");
  return {
    text: said.slice(0, longestText),
    quoted: [quoted, signature].filter(Boolean).join("\n\n").slice(0, longestText),
    attachments,
  };
};
