import { hasHeader, headerOf, type Received } from "./received.ts";
import type { Ignored, IgnoredBecause } from "./verdict.ts";

const bounce = (reason: IgnoredBecause): Ignored => ({ verdict: "bounce", reason });
const autoReply = (reason: IgnoredBecause): Ignored => ({ verdict: "auto-reply", reason });

const reportType = (mail: Received): string =>
  /^multipart\/report\b.*report-type="?([\w-]+)/.exec(headerOf(mail, "content-type"))?.[1] ?? "";

const isFromDaemon = ({ from, envelopeFrom }: Received): boolean =>
  [...from.map(({ address }) => address), envelopeFrom].some((address) =>
    /^(mailer-daemon|postmaster|mail-daemon|mailerdaemon)@/i.test(address),
  );

const saysUndelivered =
  /^(undeliver|undelivered mail|delivery status notification|mail delivery (failed|system|failure)|returned mail|failure notice|nicht zustellbar|unzustellbar|zustellung fehlgeschlagen|mail delivery subsystem)/i;

/** A report that a mail could not be delivered, standard (RFC 3464) or in one of the older ways. */
export const bouncedMail = (mail: Received): Ignored | undefined => {
  if (reportType(mail) === "delivery-status") return bounce("delivery-report");
  if (hasHeader(mail, "x-failed-recipients")) return bounce("failed-recipients");
  const isNullSender = mail.envelopeFrom === "" || headerOf(mail, "return-path") === "<>";
  if (isFromDaemon(mail) && (isNullSender || saysUndelivered.test(mail.subject))) return bounce("mailer-daemon");
  return undefined;
};

// Only with the colon that programs put there: "Abwesenheitsnotiz funktioniert nicht" is a question.
const automaticSubject =
  /^(automatische antwort|automatic reply|auto-?reply|auto|out of office|out-of-office( autoreply)?|abwesenheitsnotiz|abwesend|réponse automatique|respuesta automática|risposta automatica|automatisch antwoord|odpowiedź automatyczna)\s*:/i;

/** Answers that no person wrote (RFC 3834), and receipts. */
export const automaticReply = (mail: Received): Ignored | undefined => {
  const submitted = headerOf(mail, "auto-submitted");
  if (submitted && !submitted.startsWith("no")) return autoReply("auto-submitted");
  if (reportType(mail) === "disposition-notification") return autoReply("receipt");
  if (["x-autoreply", "x-autorespond", "x-autoresponder", "x-mail-autoreply"].some((name) => hasHeader(mail, name)))
    return autoReply("auto-header");
  if (headerOf(mail, "precedence").startsWith("auto") || headerOf(mail, "preference") === "auto_reply")
    return autoReply("auto-header");
  if (automaticSubject.test(mail.subject)) return autoReply("auto-subject");
  if (mail.envelopeFrom === "") return autoReply("null-sender");
  return undefined;
};

/** Newsletters, and what comes by way of a mailing list. */
export const listMail = (mail: Received): Ignored | undefined => {
  if (["list-id", "list-post", "list-unsubscribe", "mailing-list"].some((name) => hasHeader(mail, name)))
    return { verdict: "list", reason: "list-header" };
  if (/^(list|bulk|junk)/.test(headerOf(mail, "precedence"))) return { verdict: "list", reason: "precedence" };
  return undefined;
};

/** What the mail server before us has found to be spam. */
export const spamMail = (mail: Received): Ignored | undefined =>
  headerOf(mail, "x-spam-flag").startsWith("yes") || headerOf(mail, "x-spam").startsWith("yes")
    ? { verdict: "spam", reason: "spam-header" }
    : undefined;
