import type { MailAddress } from "../mime/addresses.ts";
import type { Seams } from "./html-seams.ts";

export type { MailAddress } from "../mime/addresses.ts";

export interface MailPart {
  name: string;
  type: string;
  /** Decodes what it contains, each time anew: a message of 50 MB is not kept a second time. */
  read(): Buffer;
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
  /** Where the HTML says that repeated words or a signature begin. */
  seams: Seams;
  attachments: readonly MailPart[];
  /** What was wrong with the message, for whoever looks into it. */
  warnings: readonly MailWarning[];
}

/** What is odd about a message; all of it could be read nevertheless, or is kept as a file. */
export const mailWarnings = [
  /** Its structure could not be read; the whole message is attached instead. */
  "broken",
  "textFromHtml",
  "textFromCalendar",
  "badDate",
  /** Nobody is named who sent it. */
  "noSender",
  "oddHeaders",
  /** A part says to be in a character set in which it is not. */
  "wrongCharset",
  /** A part does not say in which character set it is. */
  "guessedCharset",
  "badEncoding",
  /** It ends before its parts do. */
  "truncated",
  "missingBoundary",
  "tooDeep",
  "tooManyParts",
  /** Its text is longer than anybody reads; the whole is attached. */
  "textCut",
  "uuencoded",
  /** Microsoft's own format, unpacked. */
  "tnef",
  "brokenTnef",
  /** An Outlook file instead of a message. */
  "outlookFile",
  "brokenOutlookFile",
  "signed",
  "encrypted",
] as const;
export type MailWarning = (typeof mailWarnings)[number];
