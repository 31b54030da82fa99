import { z } from "zod";
import type { Cipher } from "../../platform/cipher.ts";
import type { Place } from "../../platform/mail/imap-watch.ts";

export const securities = ["tls", "starttls", "none"] as const;
export const signIns = ["password", "oauth2"] as const;

/** How mail for an address is fetched. */
export interface MailboxSettings {
  host: string;
  port: number;
  security: (typeof securities)[number];
  username: string;
  signIn: (typeof signIns)[number];
  sealedSecret: string;
  tokenUrl: string | null;
  clientId: string | null;
  scope: string | null;
  folder: string;
  /** Where messages go that were fetched; null: they stay, marked as read. */
  moveTo: string | null;
}

export interface Mailbox extends MailboxSettings {
  id: number;
  addressId: number;
  pausedAt: Date | null;
  /** Counts changes of the settings. */
  version: number;
  place: Place | undefined;
  connectedAt: Date | null;
  error: string | null;
  errorAt: Date | null;
}

const secret = z.object({
  password: z.string().default(""),
  clientSecret: z.string().default(""),
  refreshToken: z.string().default(""),
});

/** What the mailbox is opened with. */
export type Secret = z.output<typeof secret>;

export const sealSecret = (cipher: Cipher, given: Partial<Secret>): string => cipher.seal(JSON.stringify(given));

/** Throws when it was sealed with another secret, e.g. on the machine that the database came from. */
export const openSecret = (cipher: Cipher, sealed: string): Secret => {
  const text = cipher.open(sealed);
  if (text === undefined)
    throw new Error("the stored password cannot be read with this server's secret; enter it again");
  return secret.parse(JSON.parse(text));
};

export type MailboxState = "paused" | "failing" | "connected" | "waiting";

export const stateOf = ({ pausedAt, error, connectedAt }: Mailbox): MailboxState => {
  if (pausedAt) return "paused";
  if (error !== null) return "failing";
  return connectedAt ? "connected" : "waiting";
};
