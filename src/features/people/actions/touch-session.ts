import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { after, now } from "../../../platform/time.ts";
import { sessionFor } from "../rules/access.ts";
import { updateSessionSeen } from "../store/sessions.ts";

export const touchSession = action({
  name: "people.touch-session",
  description: "Notes that a session is in use, so that it goes on.",
  input: z.object({ sessionId: id }),
  async run(tx, actor, { sessionId }) {
    if (actor.kind !== "system") throw new Forbidden();
    const seenAt = now();
    await updateSessionSeen(tx, { sessionId, seenAt, expiresAt: after(seenAt, sessionFor) });
  },
});
