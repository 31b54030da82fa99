import { sanitiseHtml, type SafeHtml } from "../../platform/html/safe-html.ts";
import { writtenText } from "../../platform/mail/clean-text.ts";
import { readAddresses } from "../../platform/mime/addresses.ts";
import { parseMail } from "../../platform/mail/parse.ts";
import type { MailAddress, ParsedMail } from "../../platform/mail/parsed-mail.ts";
import { forwardingIn, type Forwarding } from "./forwarding-in.ts";
import { bounceFacts, type BounceFacts } from "./rules/bounce-facts.ts";
import { reportParts } from "./rules/bounced.ts";
import { fold, type Folded } from "./rules/fold.ts";
import { judge } from "./rules/judge.ts";
import { speakerOf, type Speaker } from "./rules/speaker.ts";
import type { Own } from "./rules/own.ts";
import type { Ignored } from "./rules/verdict.ts";
import { shownIn, type Shown } from "./shown.ts";

/** All that can be said of a message without asking the database: what it says, and what it is. */
export interface Examined {
  parsed: ParsedMail;
  /** Who speaks: the sender, or whoever stands in for a missing one. */
  from: readonly MailAddress[];
  /** The message names another sender, for whom this one stands in. */
  isStandIn: boolean;
  /** Why it must not be filed; undefined when somebody wrote it to the desk. */
  ignored: Ignored | undefined;
  reply: Folded;
  /** Fit to be shown; undefined when there is none, or when it is too long to be looked at. */
  html: SafeHtml | undefined;
  bounce: BounceFacts | undefined;
  /** What readers would get to see. */
  shown: Shown;
  /** Whose messages it forwards. */
  forwarding: Forwarding | undefined;
}

/**
 * The way of every message, in the server and on the command line. Never fails, and may take its time: the server lets a
 * thread of its own do it, see `reading.ts`. `envelopeFrom`: undefined when nobody knows it.
 */
export const examineMail = async (
  raw: Uint8Array,
  { envelopeFrom, own }: { envelopeFrom: string | undefined; own: Own },
): Promise<Examined> => {
  const parsed = await parseMail(raw);
  const { from, isStandIn } = speakerIn(parsed, { envelopeFrom, own });
  const ignored = judge({ ...parsed, from, envelopeFrom }, own);
  const reply = fold(parsed);
  const html = parsed.html === undefined ? undefined : sanitiseHtml(parsed.html) || undefined;
  return {
    parsed,
    from,
    isStandIn,
    ignored,
    reply,
    html,
    shown: shownIn({ parsed, reply, html }),
    forwarding: forwardingIn(parsed),
    bounce: ignored?.verdict === "bounce" ? bounceFacts({ ...parsed, reports: reportsOf(parsed) }) : undefined,
  };
};

/** Who speaks in a message. */
export const speakerIn = (parsed: ParsedMail, seen: { envelopeFrom: string | undefined; own: Own }): Speaker =>
  speakerOf({ ...parsed, addressesIn }, seen);

/** In a header that is decoded already. */
const addressesIn = (value: string): readonly MailAddress[] =>
  readAddresses(Buffer.from(value).toString("latin1"), "utf-8");

const longestReport = 200_000;
const mostReports = 20;

const reportsOf = ({ attachments }: ParsedMail): string[] =>
  attachments
    .filter(({ type }) => reportParts.includes(type))
    .slice(0, mostReports)
    .map(({ read }) => writtenText(read().toString("utf8", 0, longestReport)));
