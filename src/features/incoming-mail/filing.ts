import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { Context } from "../../platform/context.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import { address } from "../../platform/input.ts";
import { addressAmong, type MailDesk } from "../mail-addresses/index.ts";
import { isDeskAddress, isOwnMessageId, readReplyAddress } from "../outgoing-mail/index.ts";
import type { fileMail } from "./actions/file-mail.ts";
import type { Examined } from "./examine.ts";
import { forwardedIn } from "./forwarding.ts";
import type { IncomingMail } from "./mail.ts";
import { isAuthenticated, isDisowned } from "./rules/authentication.ts";
import { decisionSaid } from "./rules/decision.ts";
import { languageOf } from "./rules/language.ts";
import { addressedPeople, copiedPeople } from "./rules/people.ts";
import { numbersInSubject } from "./rules/thread.ts";
import type { Verdict } from "./rules/verdict.ts";
import { filesOf, storeFiles, wordsOf } from "./taking.ts";
import { words } from "./words.ts";

interface Given {
  mail: Pick<IncomingMail, "envelope" | "filedAnyway">;
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
  const attachments = await storeFiles(context, filesOf(examined, raw));
  const recipients = { sender: sender.address, to: parsed.to, cc: parsed.cc, isOwnAddress };
  return {
    sender: { name: sender.name, email: sender.address, locale },
    needsProof: examined.isStandIn || isDisowned(parsed),
    trace: {
      signed: signedAmong(context, { mail, desk, examined }),
      messageIds: [...parsed.inReplyTo, ...parsed.references.toReversed()].slice(0, 200),
      numbers: numbersInSubject(parsed.subject),
      desk: { mailAddress: desk.mailAddress, others: [...desk.others] },
    },
    ...(arrivedAt && {
      arrivedAt: { addressId: arrivedAt.id, teamId: arrivedAt.teamId, typeId: arrivedAt.typeId },
    }),
    shown: examined.shown,
    decision: decisionSaid(examined),
    isAuthenticated:
      !examined.isStandIn &&
      isAuthenticated({ headers: parsed.headers, from: examined.from }, context.config.authServers),
    words: {
      ...written,
      attachments,
      ...(parsed.messageId !== undefined && { mailMessageId: parsed.messageId }),
    },
    copied: copiedPeople(recipients).map(({ name, address }) => ({ name, email: address })),
    addressed: addressedIn(addressedPeople(recipients), locale),
    forwarded: await forwardedIn(context, { desk, examined, attachments, locale }),
    filedAnyway: mail.filedAnyway,
  };
};

/** Nobody reads more of them. */
const mostAddressed = 200;

/** To whom it went besides, for those at the desk who should know that nobody of them reads along. */
const addressedIn = (people: readonly { address: string }[], locale: Locale): string => {
  const addresses = people.slice(0, mostAddressed).map(({ address }) => address);
  const rest = people.length - addresses.length;
  return people.length === 0 ? "" : words[locale].addressed({ addresses: addresses.join(", "), rest });
};

/** Whether a program's message names a mail of ours that it answers, as programs do that answer by themselves. */
export const answersUs = (context: Context, given: Omit<Given, "raw">): boolean => {
  const { ignored, from, parsed } = given.examined;
  if (!ignored || !heard.includes(ignored.verdict) || ignored.reason === "receipt") return false;
  if (!address.safeParse(from[0]?.address).success) return false;
  const isOwn = (messageId: string): boolean => isOwnMessageId({ desk: given.desk, messageId });
  return signedAmong(context, given) !== undefined || [...parsed.inReplyTo, ...parsed.references].some(isOwn);
};
const heard: readonly Verdict[] = ["auto-reply", "list", "spam"];

/** The envelope knows best to whom it went; the headers know it where a server has rewritten the envelope. */
export const recipientsOf = ({ mail, examined: { parsed } }: Pick<Given, "mail" | "examined">): string[] => [
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
