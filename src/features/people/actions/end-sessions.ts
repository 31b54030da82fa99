import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Forbidden, NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { hashOf } from "../auth/tokens.ts";
import { sessionsEnded } from "../events.ts";
import { token } from "../input.ts";
import { deleteOtherSessions, deleteSession } from "../store/sessions.ts";

export const endSessions = action({
  name: "people.end-sessions",
  description: "Signs oneself out on one device, or on all but this one.",
  input: z.union([z.object({ sessionId: id }), z.object({ allButToken: token })]),
  async run(tx, actor, input) {
    if (!isSignedIn(actor)) throw new Forbidden();
    const { personId } = actor;
    if ("sessionId" in input) {
      if (!(await deleteSession(tx, { personId, sessionId: input.sessionId }))) throw new NotFound();
    } else await deleteOtherSessions(tx, { personId, keepHash: hashOf(input.allButToken) });
    await record(tx, actor, sessionsEnded(personId));
  },
});
