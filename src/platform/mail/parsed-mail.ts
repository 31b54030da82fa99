/** A name as the message gives it (may be empty), and an address in its own case. */
export interface MailAddress {
  name: string;
  address: string;
}

export interface MailPart {
  name: string;
  type: string;
  content: Buffer;
  /** Meant to be shown inside of the message. */
  inline: boolean;
  /** Without angle brackets. */
  contentId: string | undefined;
}

/** A message as it was meant. Whatever it lacks is empty or undefined; nothing in it can be trusted. */
export interface ParsedMail {
  from: readonly MailAddress[];
  replyTo: readonly MailAddress[];
  to: readonly MailAddress[];
  cc: readonly MailAddress[];
  subject: string;
  date: Date | undefined;
  /** Message-IDs in angle brackets. */
  messageId: string | undefined;
  inReplyTo: readonly string[];
  references: readonly string[];
  /** Every header by its lower-case name, unfolded, as many values as there are lines, topmost first. */
  headers: ReadonlyMap<string, readonly string[]>;
  /** What was written, as text; made from the HTML when there is nothing else. Line ends are \n. */
  text: string;
  /** As it came: not to be shown before `sanitiseHtml`. */
  html: string | undefined;
  attachments: readonly MailPart[];
  /** What was wrong with the message, for whoever looks into it. */
  warnings: readonly MailWarning[];
}

/** `broken`: its structure could not be read; the whole message is attached instead. */
export type MailWarning = "broken" | "textFromHtml" | "badDate";
