/** What the steps look at: a parsed message with its envelope. Structurally what `parseMail` gives, so that rules stay alone. */
export interface Received {
  /** Empty for messages that no program may answer (RFC 5321 §4.5.5). */
  envelopeFrom: string;
  from: readonly Address[];
  subject: string;
  messageId: string | undefined;
  headers: ReadonlyMap<string, readonly string[]>;
  text: string;
}

export interface Address {
  name: string;
  address: string;
}

/** The header's topmost value, lower-cased; empty when it is missing. */
export const headerOf = ({ headers }: Pick<Received, "headers">, name: string): string =>
  (headers.get(name)?.[0] ?? "").toLowerCase();

export const hasHeader = ({ headers }: Pick<Received, "headers">, name: string): boolean => headers.has(name);
