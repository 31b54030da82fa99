import { createHash } from "node:crypto";
import { hasStrangeBytes, isBinary } from "../../platform/mime/binary.ts";
import type { MailAddress, MailPart, MailWarning, ParsedMail } from "../../platform/mail/parsed-mail.ts";
import type { Examined } from "./examine.ts";
import type { BounceFacts } from "./rules/bounce-facts.ts";
import type { Folded } from "./rules/fold.ts";
import type { IgnoredBecause, Verdict } from "./rules/verdict.ts";

/** What the desk makes of a message, as far as the message itself says; in the order and with the names of the command line. */
export interface MailReport {
  verdict: Verdict;
  /** `written`: nothing says that a program wrote it. */
  reason: IgnoredBecause | "written";
  from: MailAddress | null;
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
  replyTo: readonly MailAddress[];
  subject: string;
  /** ISO 8601, UTC. */
  date: string | null;
  /** Message-IDs are in angle brackets. */
  messageId: string | null;
  inReplyTo: string | null;
  references: readonly string[];
  text: string;
  /** Sanitised. */
  html: string | null;
  reply: Folded;
  attachments: readonly ReportedFile[];
  bounce: BounceFacts | null;
  warnings: readonly MailWarning[];
}

export interface ReportedFile {
  name: string;
  type: string;
  /** Bytes, decoded. */
  size: number;
  sha256: string;
  inline: boolean;
  contentId: string | null;
}

/** What was found in a message, as it is told. */
export const reportOf = (examined: Examined, raw: Uint8Array): MailReport => {
  const { parsed, from, reply, html, bounce } = examined;
  const isUnsigned = examined.ignored?.reason === "no-sender" && saysSomething(parsed, raw);
  const ignored = isUnsigned ? undefined : examined.ignored;
  return {
    verdict: ignored?.verdict ?? "ticket",
    reason: ignored?.reason ?? "written",
    from: from[0] ?? null,
    to: parsed.to,
    cc: parsed.cc,
    replyTo: parsed.replyTo,
    subject: parsed.subject,
    date: parsed.date?.toISOString() ?? null,
    messageId: parsed.messageId ?? null,
    inReplyTo: parsed.inReplyTo[0] ?? null,
    references: parsed.references,
    text: parsed.text,
    html: html ?? null,
    reply,
    attachments: parsed.attachments.map(reported),
    bounce: bounce ?? null,
    warnings: [...parsed.warnings, ...(isUnsigned ? (["noSender"] as const) : [])],
  };
};

/** Whether there is something to read. Who sent it may stand in the envelope, which is not at hand here. */
const saysSomething = ({ text, attachments, subject, warnings }: ParsedMail, raw: Uint8Array): boolean =>
  (attachments.length > 0 || subject !== "" || /\p{L}{2}/u.test(text.slice(0, 2_000))) &&
  // Outlook's files are binary; drafts, and what came from the same company, name no address.
  (warnings.includes("outlookFile") || !isNoMail(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength)));

const isNoMail = (raw: Buffer): boolean => isBinary(raw) || hasStrangeBytes(raw);

const reported = ({ name, type, read, inline, contentId }: MailPart): ReportedFile => {
  const content = read();
  return {
    name,
    type,
    size: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    inline,
    contentId: contentId ?? null,
  };
};
