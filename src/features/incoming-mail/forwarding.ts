import type { z } from "zod";
import type { Context } from "../../platform/context.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import type { MailDesk } from "../mail-addresses/index.ts";
import { isDeskAddress } from "../outgoing-mail/index.ts";
import { findPersonByEmail } from "../people/index.ts";
import type { forwarded } from "./actions/open-forwarded.ts";
import type { Examined } from "./examine.ts";
import type { Forwarding } from "./forwarding-in.ts";
import { readMail } from "./reading.ts";
import type { Folded } from "./rules/fold.ts";
import { languageOf } from "./rules/language.ts";
import { isMachine } from "./rules/people.ts";
import { longestText } from "./shown.ts";
import { filesOf, storeFiles, subjectFrom, wordsOf } from "./taking.ts";
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
  const { from, forwarding, isStandIn } = given.examined;
  if (isStandIn) return [];
  const forwarder = from[0] && (await findPersonByEmail(context.db, from[0].address.toLowerCase()));
  if (!forwarder || forwarder.role === "customer") return [];
  if (forwarding?.kind === "written") return writtenIn(forwarding, given);
  return forwarding ? attachedAs(context, forwarding, given) : [];
};

const isSomebody = (address: string, desk: MailDesk): boolean =>
  !isDeskAddress({ desk, address }) && !isMachine(address);

const writtenIn = (
  { above, messages }: Extract<Forwarding, { kind: "written" }>,
  { desk, attachments, locale }: Given,
): Forwarded[] => {
  const found: Forwarded[] = [];
  const below: string[] = [];
  for (const { from, subject, reply, above: own, headers } of messages) {
    if (!isSomebody(from.address, desk)) break;
    below.push(...(found.length > 0 ? [own] : []), headers);
    const language = languageOf({ contentLanguage: "", text: reply.text }) ?? locale;
    found.push({
      sender: { name: from.name, email: from.address, locale: language },
      words: {
        subject: subjectFrom(subject, language),
        text: reply.text.slice(0, longestText) || words[language].emptyMessage,
        quoted: foldedAway(reply),
        attachments,
      },
      note: noteOf({ above, below, locale, attachments: [] }),
    });
  }
  return found;
};

const attachedAs = async (
  context: Context,
  { at, above }: Extract<Forwarding, { kind: "attached" }>,
  { desk, examined, attachments, locale }: Given,
): Promise<Forwarded[]> => {
  const raw = examined.parsed.attachments[at]?.read() ?? Buffer.alloc(0);
  const inner = await readMail(raw, { desk });
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
      note: noteOf({ above, below: [headers.filter(Boolean).join("\n")], locale, attachments }),
    },
  ];
};

interface Noted extends Pick<Given, "locale" | "attachments"> {
  above: Folded;
  /** Headers, and what others wrote who passed it on, in turns. */
  below: readonly string[];
}

/** What those who forwarded it wrote, and how it was headed there, for the desk alone. */
const noteOf = ({ above, below, locale, attachments }: Noted): Forwarded["note"] => ({
  text: [above.text, words[locale].forwarded, ...below]
    .filter((each) => each.trim() !== "")
    .join("\n\n")
    .slice(0, longestText),
  quoted: foldedAway(above),
  attachments,
});

const foldedAway = ({ quoted, signature }: Folded): string =>
  [quoted, signature].filter(Boolean).join("\n\n").slice(0, longestText);
