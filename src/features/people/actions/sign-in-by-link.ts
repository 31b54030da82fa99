import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { openSession } from "../auth/open-session.ts";
import { takeLink } from "../auth/take-link.ts";
import { verifyAddress } from "../auth/verified.ts";
import { device, token } from "../input.ts";
import { actorOfPerson } from "../store/actors.ts";

export const signInByLink = action({
  name: "people.sign-in-by-link",
  description: "Signs in by a link from a mail, once.",
  input: z.object({ token, device }),
  async run(tx, _visitor, input) {
    const person = await takeLink(tx, { token: input.token, purpose: "sign_in" });
    await verifyAddress(tx, await actorOfPerson(tx, person.id), person, { hasAccess: true });
    return openSession(tx, person.id, { by: "link", device: input.device });
  },
});
