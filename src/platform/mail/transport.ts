/** A message ready to leave: addresses and bodies are final, headers are added as given. */
export interface OutgoingMessage {
  messageId: string;
  from: { name: string; address: string };
  to: { name: string; address: string };
  /** The envelope sender; empty for automatic mail that must never be answered by a bounce of a bounce. */
  envelopeFrom: string;
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  headers: Readonly<Record<string, string>>;
  attachments: readonly { name: string; type: string; path: string; contentId?: string }[];
}

/** The server said no for good (5xx): trying again is pointless. Anything else that is thrown is tried again. */
export class MailRefused extends Error {}

/** How mail leaves: by SMTP, or, without settings, only into the mailbox that administrators open in the browser. */
export interface MailTransport {
  kind: "smtp" | "mailbox";
  /** Resolves with the server's answer once the server has taken responsibility. */
  send(message: OutgoingMessage): Promise<string>;
  close(): void;
}
