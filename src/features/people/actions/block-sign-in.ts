import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { address } from "../../../platform/input.ts";
import { signInBlocked } from "../events.ts";
import { findPersonByEmail } from "../store/people.ts";
import { onlySystem } from "./guards.ts";

export const blockSignIn = action({
  name: "people.block-sign-in",
  description: "Notes that the last wrong password was tried, so that whoever has the address hears of it.",
  input: z.object({ email: address }),
  async run(tx, actor, { email }) {
    onlySystem(actor);
    const person = await findPersonByEmail(tx, email);
    if (person?.hasAccount) await record(tx, actor, signInBlocked(person.id));
  },
});
