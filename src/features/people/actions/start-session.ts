import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { openSession } from "../auth/open-session.ts";
import { device } from "../input.ts";
import { deleteLastAttempt } from "../store/attempts.ts";
import { onlySystem } from "./guards.ts";

export const startSession = action({
  name: "people.start-session",
  description: "Signs in a person whose password has been checked.",
  input: z.object({ personId: id, device }),
  async run(tx, actor, input) {
    onlySystem(actor);
    // A whole office behind one address may sign in in one morning: only wrong passwords count against the place.
    await deleteLastAttempt(tx, { kind: "password", source: `ip:${input.device.ip}` });
    return openSession(tx, input.personId, { by: "password", device: input.device });
  },
});
