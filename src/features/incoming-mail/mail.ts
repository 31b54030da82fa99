import { after, minutes, now } from "../../platform/time.ts";
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

/** How long filing takes at most when all is well; the job comes again every minute. */
const patience = minutes(5);

/** Since when a message must have waited to count as stuck. */
export const stuckBefore = (): Date => after(now(), -patience);

export const isStuck = ({ state, receivedAt }: Pick<IncomingMail, "state" | "receivedAt">): boolean =>
  state === "stored" && receivedAt < stuckBefore();
