/** What the steps look at: a parsed message with its envelope. Structurally what `parseMail` gives, so that rules stay alone. */
export interface Received {
  /** Empty for messages that no program may answer (RFC 5321 §4.5.5); undefined when nobody knows it. */
  envelopeFrom: string | undefined;
  from: readonly Address[];
  to?: readonly Address[];
  subject: string;
  messageId: string | undefined;
  headers: ReadonlyMap<string, readonly string[]>;
  text: string;
  attachments?: readonly { type: string }[];
}

export interface Address {
  name: string;
  address: string;
}

/** The header's topmost value, lower-cased; empty when it is missing. */
export const headerOf = ({ headers }: Pick<Received, "headers">, name: string): string =>
  (headers.get(name)?.[0] ?? "").toLowerCase();

export const hasHeader = ({ headers }: Pick<Received, "headers">, name: string): boolean => headers.has(name);

/** Postfix hands an empty sender to programs under this name; others write it with their own behind it. */
const nobody = /^<?\s*(mailer-daemon(@[^<>\s]*)?)?\s*>?\s*$/i;

/** Whether no program may answer: by the envelope, or by what the mail server before us has written down of it. */
export const hasNullSender = (mail: Received): boolean =>
  (mail.envelopeFrom !== undefined && nobody.test(mail.envelopeFrom)) ||
  /^<\s*(mailer-daemon(@[^<>\s]*)?)?\s*>/i.test(headerOf(mail, "return-path"));
