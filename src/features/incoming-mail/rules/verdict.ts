/** What a message is. Only a `ticket` is filed; everything else is kept and shown, and opens and answers nothing. */
export const verdicts = ["ticket", "auto-reply", "bounce", "list", "own", "spam", "unreadable"] as const;
export type Verdict = (typeof verdicts)[number];

/** Why a message is not filed. */
export const ignoredBecause = [
  "own-message-id",
  "own-address",
  "own-loop-header",
  "delivery-report",
  "mailer-daemon",
  "failed-recipients",
  "auto-submitted",
  "auto-header",
  "auto-subject",
  "receipt",
  "null-sender",
  "list-header",
  "precedence",
  "spam-header",
  "too-many",
  "deactivated",
  "no-sender",
  "reading-failed",
] as const;
export type IgnoredBecause = (typeof ignoredBecause)[number];

/** Why a message is filed where it is. */
export const filedBecause = [
  "new",
  "decided",
  "forwarded",
  "forward-proposed",
  "copy",
  "signed-address",
  "from-supplier",
  "message-id",
  "answers-note",
  "repeats-old-words",
  "number",
  "not-a-participant",
  "reply-refused",
] as const;
export type FiledBecause = (typeof filedBecause)[number];

const opening: readonly string[] = [
  "new",
  "forwarded",
  "forward-proposed",
  "not-a-participant",
  "reply-refused",
] satisfies readonly FiledBecause[];

/** Whether a message that was filed for this reason opened a ticket. */
export const isNewTicketBy = (reason: Reason): boolean => opening.includes(reason);

export type Reason = IgnoredBecause | FiledBecause;

/** A message that is not filed: what it is, and by what that was seen. */
export interface Ignored {
  verdict: Exclude<Verdict, "ticket">;
  reason: IgnoredBecause;
}
