import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Conflict, Forbidden, Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id, optionalWords } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { approvalDecided } from "../events.ts";
import { decisionProblem, outcomeOf, verdicts } from "../rules/outcome.ts";
import { sealOf } from "../seal.ts";
import { endApproval, insertDecision, lockApproval } from "../store.ts";
import { ways } from "../types.ts";
import { phrase } from "../words.ts";

export const decide = action({
  name: "approvals.decide",
  description: "Approves or declines, as one of those who were asked. Declining needs a reason. A decision is final.",
  input: z.object({
    approvalId: id,
    verdict: z.enum(verdicts),
    reason: optionalWords(5_000),
    via: z.enum(ways),
  }),
  async run(tx, actor, { approvalId, verdict, reason, via }) {
    if (!isSignedIn(actor)) throw new Forbidden(phrase("notAsked"));
    const { personId, name } = actor;
    // Of two who decide at once, one waits here and then sees what the other has decided.
    const approval = await lockApproval(tx, approvalId);
    const at = now();
    const problem = decisionProblem(approval, { personId, at });
    if (problem === "notAsked") throw new Forbidden(phrase(problem));
    if (problem) throw new Conflict(phrase(problem));
    if (verdict === "declined" && reason === "") throw new Invalid({ reason: phrase("reasonMissing") });
    const made = { personId, personName: name, verdict, reason, textHash: approval.textHash, via, at };
    await insertDecision(tx, approvalId, { ...made, seal: sealOf({ ...made, approvalId }) });
    const outcome = outcomeOf({ ...approval, decisions: [...approval.decisions, made] }) ?? null;
    if (outcome) await endApproval(tx, approvalId, { outcome, at });
    await record(tx, actor, approvalDecided(approval, { personId, name, verdict, reason, via, outcome }));
    return { outcome };
  },
});
