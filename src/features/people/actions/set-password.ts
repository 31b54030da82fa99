import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { deleteSessionsOf, savePassword } from "../auth/library.ts";
import { openSession } from "../auth/open-session.ts";
import { refuseWeakPassword } from "../auth/password-policy.ts";
import { takeLink } from "../auth/take-link.ts";
import { verifyAddress } from "../auth/verified.ts";
import { passwordSet } from "../events.ts";
import { device, password, token } from "../input.ts";
import { giveAccount, joinIfSeat } from "./joining.ts";
import { endAccessLinks } from "../store/access-links.ts";
import { actorOfPerson } from "../store/actors.ts";

export const setPassword = action({
  name: "people.set-password",
  description: "Sets the password by a link from a mail, ends what was signed in before, and signs in.",
  input: z.object({ token, password, device }),
  async run(tx, _visitor, input) {
    const person = await takeLink(tx, { token: input.token, purpose: "set_password" });
    await refuseWeakPassword(tx, { email: person.email, password: input.password });
    // Holding the link is what makes the visitor this person.
    const actor = await actorOfPerson(tx, person.id);
    await verifyAddress(tx, actor, person, { hasAccess: true });
    const { organisationId } = person;
    if (organisationId !== null)
      await joinIfSeat(tx, actor, { organisationId, person, by: "invitation", hasAccess: true });
    await giveAccount(tx, person);
    const isChange = await savePassword(tx, person.id, input.password);
    await deleteSessionsOf(tx, person.id);
    await endAccessLinks(tx, person.id);
    await record(tx, actor, passwordSet(person.id, isChange));
    return openSession(tx, person.id, { by: "link", device: input.device });
  },
});
