import { z } from "zod";
import type { Locale } from "../../platform/i18n/index.ts";

export const mailStates = ["queued", "sending", "sent", "kept", "failed", "cancelled", "bounced"] as const;

/** How far a mail is. `kept`: no mail server is configured, so it stays in the mailbox in the browser. */
export type MailState = (typeof mailStates)[number];

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
  replyTo: string | null;
  subject: string;
  text: string;
  html: string;
  messageId: string;
  inReplyTo: string | null;
  references: readonly string[];
  automatic: boolean;
  attachments: readonly MailAttachment[];
  state: MailState;
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
