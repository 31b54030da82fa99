import type { Reason, Verdict } from "./rules/verdict.ts";

export const incomingStates = ["stored", "filed", "ignored", "failed"] as const;
export type IncomingState = (typeof incomingStates)[number];

/** A message as it arrived, and what came of it. */
export interface IncomingMail {
  id: number;
  /** How it arrived: `smtp`, `imap support@…`, `command`. */
  source: string;
  envelope: { from: string; to: readonly string[] };
  receivedAt: Date;
  state: IncomingState;
  verdict: Verdict | null;
  reason: Reason | null;
  /** Why it could not be filed, for whoever looks into it. */
  error: string | null;
  filedAnyway: boolean;
  subject: string;
  from: { name: string; address: string };
  messageId: string | null;
  ticketId: number | null;
  /** Bytes of the raw message. */
  size: number;
}
