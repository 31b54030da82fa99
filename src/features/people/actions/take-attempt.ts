import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { address } from "../../../platform/input.ts";
import { noteAttempt } from "../auth/attempts.ts";
import { onlySystem } from "./guards.ts";

export const takeAttempt = action({
  name: "people.take-attempt",
  description: "Counts somebody's try to sign in with a password, and refuses it when there were too many.",
  input: z.object({ email: address, ip: z.string() }),
  async run(tx, actor, { email, ip }) {
    onlySystem(actor);
    return noteAttempt(tx, { kind: "password", email, ip });
  },
});
