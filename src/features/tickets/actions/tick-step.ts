import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { words } from "../../../platform/input.ts";
import { stepTicked } from "../events.ts";
import { move } from "../rules/status.ts";
import { setStepDone } from "../store/steps.ts";
import { phrase } from "../words.ts";
import { begin, commit, speakerOf, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const tickStep = action({
  name: "tickets.tick-step",
  description: "Ticks a step of the procedure's checklist off, or takes that back.",
  input: z.object({ ticketId, stage: words(100), step: words(100), isDone: z.boolean() }),
  async run(tx, actor, { ticketId, stage, step, isDone }): Promise<Changed | undefined> {
    const ticket = await begin(tx, actor, "advance", { ticketId });
    const status = move(ticket, "advance");
    const steps = ticket.type.stages.find(({ key }) => key === stage)?.steps ?? [];
    if (!steps.some(({ key }) => key === step)) throw new Invalid({ step: phrase("noSuchStage") });
    const { authorId: doneBy } = speakerOf(actor);
    if (!(await setStepDone(tx, { ticketId, stage, step, doneBy, isDone }))) return undefined;
    const { changed } = await commit(tx, actor, ticket, {
      event: stepTicked({ stage, step, isDone }),
      patch: { status },
    });
    return changed;
  },
});
