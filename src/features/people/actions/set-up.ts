import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { address, words } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { createDesk } from "../../desk-settings/index.ts";
import { savePassword } from "../auth/library.ts";
import { openSession } from "../auth/open-session.ts";
import { refuseWeakPassword } from "../auth/password-policy.ts";
import { personAdded } from "../events.ts";
import { device, locale, password, personName, timeZone } from "../input.ts";
import { isRoleAddress } from "../rules/role-addresses.ts";
import { insertAccount } from "../store/accounts.ts";
import { insertPerson, updatePerson } from "../store/people.ts";
import { phrase } from "../words.ts";
import { onlySystem } from "./guards.ts";

export const setUp = action({
  name: "people.set-up",
  description: "Makes the desk and its first administrator, once, and signs the administrator in.",
  input: z.object({
    deskName: words(80),
    mailAddress: address,
    locale,
    timeZone,
    name: personName,
    email: address,
    password,
    device,
  }),
  async run(tx, actor, input) {
    onlySystem(actor);
    const { deskName, mailAddress, name, email, ...rest } = input;
    if (isRoleAddress(email)) throw new Invalid({ email: phrase("roleAddress") });
    if (email === mailAddress) throw new Invalid({ email: phrase("sameAsDesk") });
    const reading = { locale: rest.locale, timeZone: rest.timeZone };
    // Also refuses the second of two set-ups at the same time.
    await createDesk.run(tx, actor, { name: deskName, mailAddress, ...reading });
    await refuseWeakPassword(tx, { email, password: rest.password });
    const personId = await insertPerson(tx, { name, email, role: "administrator", ...reading });
    if (personId === undefined) throw new Invalid({ email: phrase("addressTaken") });
    // Whoever holds the set-up link owns the desk, and so decides whose address this is.
    await updatePerson(tx, personId, { emailVerifiedAt: now() });
    await record(tx, actor, personAdded(personId));
    await insertAccount(tx, personId);
    await savePassword(tx, personId, rest.password);
    return openSession(tx, personId, { by: "set_up", device: rest.device });
  },
});
