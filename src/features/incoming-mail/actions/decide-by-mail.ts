import { parseInput } from "../../../platform/act.ts";
import type { Actor, Agent, Customer } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Refusal } from "../../../platform/errors.ts";
import { decide, leaveUndecided, type MailDecision } from "../../approvals/index.ts";
import type { Place } from "../rules/thread.ts";

export interface Question {
  approvalId: number;
  /** What the answer says, if it says so clearly. */
  decision: MailDecision | undefined;
}

/**
 * The question that the message answers. Its address went to one person, as the signed link in the same mail did, so it
 * proves as much; and it is that person who answers.
 */
export const questionOf = (
  place: Place,
  {
    signed,
    decision,
  }: { signed: { questionId?: number | undefined } | undefined; decision?: MailDecision | undefined },
): Question | undefined =>
  place.kind === "reply" && place.reason === "signed-address" && place.isProven && signed?.questionId !== undefined
    ? { approvalId: signed.questionId, decision }
    : undefined;

/** Whether it is decided now. What the approval does not take (any more) is filed as words. */
export const decideByMail = async (
  tx: Tx,
  speaker: Customer | Agent,
  { approvalId, decision }: Question,
): Promise<boolean> => {
  if (!decision) return false;
  try {
    await decide.run(tx, speaker, parseInput(decide.input, { approvalId, ...decision, via: "mail" }));
    return true;
  } catch (error) {
    // It refuses before it writes anything.
    if (error instanceof Refusal) return false;
    throw error;
  }
};

/** Tells whoever has answered that nothing is decided. */
export const explain = async (
  tx: Tx,
  actor: Actor,
  { speaker, question: { approvalId, decision } }: { speaker: Customer | Agent; question: Question },
): Promise<void> => {
  const { personId } = speaker;
  const input = { approvalId, personId, isDecision: decision !== undefined };
  await leaveUndecided.run(tx, actor, parseInput(leaveUndecided.input, input));
};
