import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { after, now } from "../../../platform/time.ts";
import { sessionFor } from "../rules/access.ts";
import { updateSessionSeen } from "../store/sessions.ts";
import { onlySystem } from "./guards.ts";

export const touchSession = action({
  name: "people.touch-session",
  description: "Notes that a session is in use, so that it goes on.",
  input: z.object({ sessionId: id }),
  async run(tx, actor, { sessionId }) {
    onlySystem(actor);
    const seenAt = now();
    await updateSessionSeen(tx, { sessionId, seenAt, expiresAt: after(seenAt, sessionFor) });
  },
});
