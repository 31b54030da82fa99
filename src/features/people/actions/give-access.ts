import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { mayHaveAccess } from "../access.ts";
import { savePassword } from "../auth/library.ts";
import { refuseWeakPassword } from "../auth/password-policy.ts";
import { passwordSet } from "../events.ts";
import { password } from "../input.ts";
import { lockPerson, updatePerson } from "../store/people.ts";
import { phrase } from "../words.ts";
import { onlySystem } from "./guards.ts";
import { giveAccount } from "./joining.ts";

export const giveAccess = action({
  name: "people.give-access",
  description: "Sets a person's password without a mail, for the demo and for whoever runs the program.",
  input: z.object({ personId: id, password }),
  async run(tx, actor, input) {
    onlySystem(actor);
    const person = await lockPerson(tx, input.personId);
    if (!mayHaveAccess(person)) throw new Conflict(phrase("noAccess"));
    await refuseWeakPassword(tx, { email: person.email, password: input.password });
    if (!person.emailVerifiedAt) await updatePerson(tx, person.id, { emailVerifiedAt: now() });
    await giveAccount(tx, person);
    await savePassword(tx, person.id, input.password);
    // Whoever runs the program knows; the mail about a change is for those who would not.
    await record(tx, actor, passwordSet(person.id, false));
  },
});
