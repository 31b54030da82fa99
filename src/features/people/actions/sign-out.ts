import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { record } from "../../../platform/events.ts";
import { hashOf } from "../auth/tokens.ts";
import { personSignedOut } from "../events.ts";
import { token } from "../input.ts";
import { deleteSessionByHash } from "../store/sessions.ts";

export const signOut = action({
  name: "people.sign-out",
  description: "Ends the session that the cookie holds.",
  input: z.object({ token }),
  async run(tx, actor, input) {
    await deleteSessionByHash(tx, hashOf(input.token));
    if (isSignedIn(actor)) await record(tx, actor, personSignedOut(actor.personId));
  },
});
