import type { Readable } from "node:stream";

/** A message ready to leave: addresses and bodies are final, headers are added as given. */
export interface OutgoingMessage {
  /** In angle brackets. */
  messageId: string;
  date: Date;
  from: { name: string; address: string };
  to: { name: string; address: string };
  /** Where bounces go. */
  envelopeFrom: string;
  replyTo?: string;
  inReplyTo?: string;
  /** Message-IDs in angle brackets, oldest first. */
  references: readonly string[];
  subject: string;
  text: string;
  html: string;
  headers: Readonly<Record<string, string>>;
  attachments: readonly { name: string; type: string; open(): Readable; contentId?: string }[];
}

/** The server said no for good (5xx): trying again is pointless. Anything else that is thrown is tried again. */
export class MailRefused extends Error {}

/** The whole message was handed over, and then no answer came: the server may have taken it. It is tried again. */
export class MailUnanswered extends Error {}

/** How mail leaves: by SMTP, or, without settings, only into the mailbox that administrators open in the browser. */
export interface MailTransport {
  kind: "smtp" | "mailbox";
  /** Resolves with the server's answer once the server has taken responsibility. */
  send(message: OutgoingMessage): Promise<string>;
  close(): void;
}
