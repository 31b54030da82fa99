import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { address } from "../../../platform/input.ts";
import { mayHaveAccess } from "../access.ts";
import { noteAttempt } from "../auth/attempts.ts";
import { passwordLinkAsked, signInLinkAsked } from "../events.ts";
import { isRoleAddress } from "../rules/role-addresses.ts";
import { findPersonByEmail } from "../store/people.ts";
import { phrase } from "../words.ts";

export const askForLink = action({
  name: "people.ask-for-link",
  description: "Has a link mailed to an address, if somebody is known under it. Never says whether.",
  input: z.object({ email: address, purpose: z.enum(["sign_in", "set_password"]), ip: z.string() }),
  async run(tx, actor, { email, purpose, ip }) {
    if (isRoleAddress(email)) throw new Invalid({ email: phrase("roleAddress") });
    await noteAttempt(tx, { kind: "link", email, ip });
    const person = await findPersonByEmail(tx, email);
    if (!person || !mayHaveAccess(person)) return;
    const asked = purpose === "sign_in" ? signInLinkAsked(person.id) : passwordLinkAsked(person.id, "forgotten");
    await record(tx, actor, asked);
  },
});
