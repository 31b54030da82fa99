import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { address } from "../../../platform/input.ts";
import { mayHaveAccess } from "../access.ts";
import { noteAttempt } from "../auth/attempts.ts";
import { ensurePerson } from "../ensure-person.ts";
import { passwordLinkAsked } from "../events.ts";
import { personName } from "../input.ts";
import { isRoleAddress } from "../rules/role-addresses.ts";
import { phrase } from "../words.ts";

export const register = action({
  name: "people.register",
  description: "Asks for portal access for oneself; the link comes by mail. Never says whether the address is known.",
  input: z.object({ name: personName, email: address, ip: z.string() }),
  async run(tx, actor, { name, email, ip }) {
    if (isRoleAddress(email)) throw new Invalid({ email: phrase("roleAddress") });
    await noteAttempt(tx, { kind: "link", email, ip });
    const { person } = await ensurePerson(tx, actor, { name, email, locale: actor.locale });
    if (mayHaveAccess(person)) await record(tx, actor, passwordLinkAsked(person.id, "registered"));
  },
});
