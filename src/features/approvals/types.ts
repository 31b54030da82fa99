import type { Outcome, Rule, Verdict } from "./rules/outcome.ts";

/** How the decision arrived: signed in, by the mail's signed link, or by answering the mail. */
export const ways = ["portal", "link", "mail"] as const;
export type Way = (typeof ways)[number];

/** A sealed record: written once, never changed. */
export interface Decision {
  id: number;
  personId: number;
  personName: string;
  verdict: Verdict;
  /** Why it was declined; may be empty when it was approved. */
  reason: string;
  /** Of the text that was decided about. */
  textHash: string;
  via: Way;
  at: Date;
  seal: string;
}

export interface Approver {
  personId: number;
  name: string;
}

export interface Approval {
  id: number;
  about: { kind: string; id: number };
  /** What it is about, in words, e.g. `#10482 Printer`. */
  title: string;
  /** Where those who decide read more about it. */
  path: string;
  /** What is to be agreed to, canonical (see `canonicalText`). */
  text: string;
  textHash: string;
  rule: Rule;
  askedBy: { personId: number | null; name: string };
  askedAt: Date;
  expiresAt: Date;
  outcome: Outcome | null;
  endedAt: Date | null;
  approvers: readonly Approver[];
  /** Oldest first. */
  decisions: readonly Decision[];
}
