import { sanitiseHtml, type SafeHtml } from "../../platform/html/safe-html.ts";
import { writtenText } from "../../platform/mail/clean-text.ts";
import { parseMail } from "../../platform/mail/parse.ts";
import type { MailAddress, ParsedMail } from "../../platform/mail/parsed-mail.ts";
import { bounceFacts, type BounceFacts } from "./rules/bounce-facts.ts";
import { reportParts } from "./rules/bounced.ts";
import { fold, type Folded } from "./rules/fold.ts";
import { judge } from "./rules/judge.ts";
import type { Own } from "./rules/own.ts";
import type { Ignored } from "./rules/verdict.ts";

/** All that can be said of a message without asking the database: what it says, and what it is. */
export interface Examined {
  parsed: ParsedMail;
  /** Who speaks: the sender, or whoever stands in for a missing one. */
  from: readonly MailAddress[];
  /** Why it must not be filed; undefined when somebody wrote it to the desk. */
  ignored: Ignored | undefined;
  reply: Folded;
  /** Fit to be shown; undefined when there is none, or when it is too long to be looked at. */
  html: SafeHtml | undefined;
  bounce: BounceFacts | undefined;
}

/** The way of every message, in the server and on the command line. Never fails. `envelopeFrom`: undefined when nobody knows it. */
export const examineMail = async (
  raw: Uint8Array,
  { envelopeFrom, own }: { envelopeFrom: string | undefined; own: Own },
): Promise<Examined> => {
  const parsed = await parseMail(raw);
  const from = senderOf(parsed, envelopeFrom);
  const ignored = judge({ ...parsed, from, envelopeFrom }, own);
  return {
    parsed,
    from,
    ignored,
    reply: fold(parsed),
    html: parsed.html === undefined ? undefined : sanitiseHtml(parsed.html) || undefined,
    bounce: ignored?.verdict === "bounce" ? bounceFacts({ ...parsed, reports: reportsOf(parsed) }) : undefined,
  };
};

/** Some programs write no From, or one that cannot be read; then the envelope says who sent it. */
const senderOf = ({ from, replyTo, headers }: ParsedMail, envelopeFrom: string | undefined): readonly MailAddress[] => {
  if (from.length > 0) return from;
  if (replyTo.length > 0) return replyTo;
  const returnPath = /<?([^\s<>@]+@[^\s<>]+)>?/.exec(headers.get("return-path")?.[0] ?? "")?.[1];
  const address = envelopeFrom || returnPath;
  return address ? [{ name: "", address }] : [];
};

const longestReport = 200_000;
const mostReports = 20;

const reportsOf = ({ attachments }: ParsedMail): string[] =>
  attachments
    .filter(({ type }) => reportParts.includes(type))
    .slice(0, mostReports)
    .map(({ read }) => writtenText(read().toString("utf8", 0, longestReport)));
