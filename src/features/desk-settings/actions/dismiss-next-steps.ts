import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { nextStepsDismissed } from "../events.ts";
import { setNextStepsDismissed } from "../store.ts";

export const dismissNextSteps = action({
  name: "desk-settings.dismiss-next-steps",
  description: "Shows administrators no longer what is left to do after the set-up.",
  input: z.object({}),
  async run(tx, actor) {
    if (!hasRole(actor, "administrator")) throw new Forbidden();
    if (await setNextStepsDismissed(tx)) await record(tx, actor, nextStepsDismissed());
  },
});
