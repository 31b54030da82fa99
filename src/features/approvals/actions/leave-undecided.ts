import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { answerUndecided } from "../events.ts";
import { decisionProblem } from "../rules/outcome.ts";
import { lockApproval } from "../store.ts";

export const leaveUndecided = action({
  name: "approvals.leave-undecided",
  description: "Notes that an answer by mail decides nothing, so that its writer is told how to decide.",
  input: z.object({
    approvalId: id,
    personId: id,
    /** The answer itself was clear. */
    isDecision: z.boolean(),
  }),
  async run(tx, actor, { approvalId, personId, isDecision }) {
    if (actor.kind !== "system") throw new Forbidden();
    const approval = await lockApproval(tx, approvalId);
    const problem = decisionProblem(approval, { personId, at: now() }) ?? "unclear";
    // Whoever just goes on talking about what is over needs no lesson.
    if (problem === "notAsked" || (problem !== "unclear" && !isDecision)) return;
    await record(tx, actor, answerUndecided(approval, { personId, because: problem }));
  },
});
