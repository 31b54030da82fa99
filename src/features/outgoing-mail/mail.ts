import { z } from "zod";
import type { Locale } from "../../platform/i18n/index.ts";

export const mailStates = ["queued", "sending", "sent", "kept", "failed", "cancelled", "bounced", "withheld"] as const;

/**
 * How far a mail is. `kept`: no mail server is configured, so it stays in the mailbox in the browser. `withheld`: it was
 * not even tried, see `WithheldBecause`.
 */
export type MailState = (typeof mailStates)[number];

/** `undeliverable`: mail to the address came back before. `too-many`: nobody reads so many automatic mails. */
export type WithheldBecause = "undeliverable" | "too-many";

export type AttemptOutcome = "sent" | "kept" | "postponed" | "refused" | "interrupted" | "bounced";

/** One line: a line break in a header would begin the next header. */
export const line = z.string().transform((text) => text.replace(/\s+/g, " ").trim());

/** A stored file that goes with a mail. */
export const mailAttachment = z.object({
  name: line,
  type: line,
  /** Its name in the file store. */
  file: z.string(),
  /** Given when the HTML shows it. */
  contentId: z.string().optional(),
});
export type MailAttachment = z.output<typeof mailAttachment>;

export interface OutgoingMail {
  id: number;
  template: string;
  to: { personId: number | null; name: string; address: string };
  from: { name: string; address: string };
  locale: Locale;
  about: { kind: string; id: number } | null;
  eventId: number | null;
  /** What else it brings the same news of, of the same kind as `about`. */
  also: readonly { id: number; eventId: number }[];
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo: string | null;
  references: readonly string[];
  automatic: boolean;
  /** Header lines besides the usual ones, by name. */
  headers: Readonly<Record<string, string>>;
  attachments: readonly MailAttachment[];
  /** Where the recipient gets no more mails of this kind by one POST (RFC 8058). */
  unsubscribeUrl: string | null;
  state: MailState;
  withheldBecause: WithheldBecause | null;
  attempts: number;
  response: string | null;
  createdAt: Date;
  nextAttemptAt: Date | null;
  expiresAt: Date | null;
  sentAt: Date | null;
}

/** What a list shows of a mail. */
export type MailLine = Pick<
  OutgoingMail,
  "id" | "template" | "to" | "subject" | "state" | "createdAt" | "sentAt" | "nextAttemptAt"
>;

export interface DeliveryAttempt {
  id: number;
  at: Date;
  outcome: AttemptOutcome;
  response: string;
}
