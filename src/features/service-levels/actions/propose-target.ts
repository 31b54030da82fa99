import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { targetInput } from "../input.ts";
import { getTarget, type TargetFacts } from "../store.ts";
import { factsFrom, onlyAdministrators } from "./reading.ts";

/** Which promise would end, and which would begin; null for none. */
export interface ProposedTarget {
  ends: number | null;
  begins: TargetFacts | null;
}

export const proposeTarget = action({
  name: "service-levels.propose",
  description: "Reads what would be promised after a change, or instead of nothing, and changes nothing.",
  input: z.object({ targetId: id.optional(), ...targetInput }),
  async run(tx, actor, { targetId, ...entered }): Promise<ProposedTarget> {
    onlyAdministrators(actor);
    const before = targetId === undefined ? undefined : await getTarget(tx, targetId);
    return { ends: targetId ?? null, begins: await factsFrom(tx, entered, before && { before }) };
  },
});
