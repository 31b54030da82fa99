import { reports, reportType } from "./automatic.ts";
import { isReportSubject, saysUndelivered } from "./bounce-words.ts";
import { hasHeader, hasNullSender, headerOf, type Received } from "./received.ts";
import type { Ignored, IgnoredBecause } from "./verdict.ts";

const bounce = (reason: IgnoredBecause): Ignored => ({ verdict: "bounce", reason });

/** The part of a report that is meant for programs (RFC 3464; RFC 6533 for addresses in other letters). */
export const reportParts: readonly string[] = ["message/delivery-status", "message/global-delivery-status"];

/** A report that a mail could not be delivered, standard (RFC 3464) or in one of the older ways. */
export const bouncedMail = (mail: Received): Ignored | undefined => {
  if (reportType(mail) === "delivery-status" || reportParts.some((type) => reports(mail, type)))
    return bounce("delivery-report");
  if (hasHeader(mail, "x-failed-recipients") || hasHeader(mail, "x-mailer-daemon-recipients"))
    return bounce("failed-recipients");
  if (isFrom(mail, machine)) return bounce("mailer-daemon");
  const isReported = isReportSubject(mail.subject);
  const isAutomatic = hasNullSender(mail) || headerOf(mail, "auto-submitted").startsWith("auto");
  const isTold = (fromPerson: boolean): boolean => saysUndelivered(mail.text, { fromPerson });
  // A postmaster may be a person, too.
  if (isFrom(mail, postmaster) && (hasNullSender(mail) || isReported || isTold(false))) return bounce("mailer-daemon");
  // Old programs write from an ordinary address, and say in their own words what happened.
  return (isReported || isAutomatic) && isTold(!isAutomatic) ? bounce("mailer-daemon") : undefined;
};

/** Nobody writes under such a name. */
const machine =
  /^(mailer-?daemon|mailerdaemon|mail-daemon|mdaemon|mail\.daemon|microsoftexchange\w{0,40}|bounce-?handler)(@|$)/i;
const postmaster = /^(postmaster|mail-?delivery|mailer|mail-?system|mailsystem)(@|$)/i;

/** The envelope tells where nobody stands in From: answers that nobody may answer leave in the name of a machine, too. */
const isFrom = (mail: Received, name: RegExp): boolean =>
  (mail.from.length > 0 ? mail.from.map(({ address }) => address) : [mail.envelopeFrom ?? ""]).some((address) =>
    name.test(address),
  ) ||
  (name === machine && /mailer-daemon\b|mail delivery (sub)?system/.test(headerOf(mail, "from")));
