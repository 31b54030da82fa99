import type { NewEvent } from "../../platform/events.ts";
import type { DecisionProblem, Outcome, Verdict } from "./rules/outcome.ts";
import type { Way } from "./types.ts";

interface Subject {
  id: number;
  about: { kind: string; id: number };
}

const onApproval = (
  name: string,
  { id, about }: Subject,
  payload: NonNullable<NewEvent["payload"]> = {},
): NewEvent => ({
  name: `approval.${name}`,
  subject: { kind: "approval", id },
  payload: { about, ...payload },
  // Pages that show what it is about show the approval, too.
  topics: [`${about.kind}:${about.id}`],
});

export const approvalAsked = (approval: Subject, approverIds: readonly number[]): NewEvent =>
  onApproval("asked", approval, { approverIds: [...approverIds] });

interface Decided {
  personId: number;
  name: string;
  verdict: Verdict;
  reason: string;
  via: Way;
  /** What the approval comes to by this decision; null while others are still to be heard. */
  outcome: Verdict | null;
}

export const approvalDecided = (approval: Subject, decided: Decided): NewEvent =>
  onApproval("decided", approval, { ...decided });

/** `because`: somebody took it back, or nobody decided in time. */
export const approvalWithdrawn = (
  approval: Subject,
  p: { because: Extract<Outcome, "withdrawn" | "expired">; reason: string },
): NewEvent => onApproval("withdrawn", approval, p);

/** An answer by mail that decides nothing: it is unclear, or there is nothing (more) to decide. */
export const answerUndecided = (
  approval: Subject,
  p: { personId: number; because: DecisionProblem | "unclear" },
): NewEvent => onApproval("answer-undecided", approval, p);
