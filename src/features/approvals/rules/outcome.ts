/** Who has to agree: every approver, or the first who does. One who declines decides in either case. */
export const rules = ["all", "any"] as const;
export type Rule = (typeof rules)[number];

export const verdicts = ["approved", "declined"] as const;
export type Verdict = (typeof verdicts)[number];

/** How an approval can end. */
export const outcomes = ["approved", "declined", "withdrawn", "expired"] as const;
export type Outcome = (typeof outcomes)[number];

export interface Asked {
  rule: Rule;
  approverIds: readonly number[];
  decisions: readonly { personId: number; verdict: Verdict }[];
}

/** What the decisions so far come to; undefined as long as somebody is still to be heard. */
export const outcomeOf = ({ rule, approverIds, decisions }: Asked): Verdict | undefined => {
  const valid = decisions.filter(({ personId }) => approverIds.includes(personId));
  if (valid.some(({ verdict }) => verdict === "declined")) return "declined";
  const approved = approverIds.filter((id) => valid.some(({ personId }) => personId === id));
  if (approved.length === 0) return undefined;
  return rule === "any" || approved.length === approverIds.length ? "approved" : undefined;
};

export interface Standing {
  outcome: Outcome | null;
  expiresAt: Date;
}

/** How it stands now: an approval that nobody has ended in time is over, whether or not that is written down yet. */
export const stateOf = ({ outcome, expiresAt }: Standing, at: Date): Outcome | "pending" =>
  outcome ?? (expiresAt <= at ? "expired" : "pending");

export type DecisionProblem = "notAsked" | "alreadyApproved" | "alreadyDeclined" | "settled" | "withdrawn" | "expired";

/** Why the person can decide nothing here now; undefined when he can. His own decision is said before all else. */
export const decisionProblem = (
  approval: Asked & Standing,
  { personId, at }: { personId: number | null; at: Date },
): DecisionProblem | undefined => {
  if (personId === null || !approval.approverIds.includes(personId)) return "notAsked";
  const own = approval.decisions.find((decision) => decision.personId === personId);
  if (own) return own.verdict === "approved" ? "alreadyApproved" : "alreadyDeclined";
  const state = stateOf(approval, at);
  if (state === "pending") return undefined;
  return state === "withdrawn" || state === "expired" ? state : "settled";
};
