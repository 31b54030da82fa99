import { hasPart, reportType } from "./automatic.ts";
import { hasHeader, hasNullSender, headerOf, type Received } from "./received.ts";
import type { Ignored, IgnoredBecause } from "./verdict.ts";

const bounce = (reason: IgnoredBecause): Ignored => ({ verdict: "bounce", reason });

/** A report that a mail could not be delivered, standard (RFC 3464) or in one of the older ways. */
export const bouncedMail = (mail: Received): Ignored | undefined => {
  if (reportType(mail) === "delivery-status" || hasPart(mail, "message/delivery-status"))
    return bounce("delivery-report");
  if (hasHeader(mail, "x-failed-recipients")) return bounce("failed-recipients");
  const isReported = saysUndelivered.test(mail.subject);
  if (isFromDaemon(mail) && (hasNullSender(mail) || isReported)) return bounce("mailer-daemon");
  // Old programs write from an ordinary address, and say in their own words what happened.
  const beginning = mail.text.slice(0, 3_000);
  if (programs.some((program) => program.test(beginning)) && (isReported || hasNullSender(mail)))
    return bounce("mailer-daemon");
  return undefined;
};

const daemon =
  /^(mailer-?daemon|postmaster|mail-daemon|mdaemon|mail\.daemon|microsoftexchange\w{0,40}|bounce-?handler)(@|$)/i;

const isFromDaemon = (mail: Received): boolean =>
  [...mail.from.map(({ address }) => address), mail.envelopeFrom ?? ""].some((address) => daemon.test(address)) ||
  /mailer-daemon\b|mail delivery (sub)?system/.test(headerOf(mail, "from"));

const saysUndelivered =
  /^\W{0,3}(undeliver|undelivered mail|delivery status notification|delivery (failure|report|notification)|mail delivery (failed|system|failure|delayed|status|error)|delayed mail|warning: (could not send|message delayed)|returned mail|failure notice|mail system error|message delivery failure|non-?delivery|failed mail|rejected:|nicht zustellbar|unzustellbar|nachricht konnte nicht|zustellung fehlgeschlagen|zustellungsfehler|rückläufer|échec de (la )?(remise|distribution)|non remis|non distribuable|no se puede entregar|no entregable|notificación de estado de entrega|impossibile recapitare|mancata consegna|niet te bezorgen|onbestelbaar|nie można dostarczyć|niedostarczon|não é possível entregar|kan ikke leveres|kunde inte levereras|ej levererat|недоставлен|не доставлено)/iu;

/** How the mail servers themselves begin. */
const programs: readonly RegExp[] = [
  /hi\. this is the qmail-send program/i,
  /this message was created automatically by mail delivery software/i,
  /this is the mail (system|delivery (sub)?system|delivery agent) at/i,
  /this is an automatically generated delivery status notification/i,
  /your message did not reach some or all of the intended recipients/i,
  /ihre nachricht (hat|konnte) .{0,40}empfänger .{0,20}(nicht erreicht|zugestellt)/i,
  /delivery has failed to these recipients/i,
  /fehler bei der nachrichtenzustellung an/i,
  /the following address(es)? (had permanent fatal errors|failed)/i,
  /(message|mail) (could|can) ?not be delivered to (one or more|the following) recipient/i,
  /a message (that )?you sent could not be delivered/i,
  /i'm sorry to have to inform you that your message could not/i,
  /wasn't delivered to .{1,200} because/i,
  /(die|ihre) (e-?mail|nachricht) konnte nicht zugestellt werden/i,
  /unable to deliver (your|this) message/i,
];
