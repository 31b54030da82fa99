import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { mayHaveAccess } from "../access.ts";
import { noteAttempt } from "../auth/attempts.ts";
import { hashOf } from "../auth/tokens.ts";
import { passwordLinkAsked, signInLinkAsked } from "../events.ts";
import { token } from "../input.ts";
import { findAccessLink } from "../store/access-links.ts";
import { getPerson } from "../store/people.ts";
import { phrase } from "../words.ts";

export const renewLink = action({
  name: "people.renew-link",
  description: "Has a fresh link mailed to the person whose link is used or expired.",
  input: z.object({ token, purpose: z.enum(["sign_in", "set_password"]), ip: z.string() }),
  async run(tx, actor, { token: old, purpose, ip }) {
    const link = await findAccessLink(tx, { tokenHash: hashOf(old), purpose });
    if (!link) throw new Conflict(phrase("linkUnknown"));
    const person = await getPerson(tx, link.personId);
    if (!mayHaveAccess(person)) throw new Conflict(phrase("noAccess"));
    await noteAttempt(tx, { kind: "link", email: person.email, ip });
    const { organisationId } = link;
    const asked =
      purpose === "sign_in" ? signInLinkAsked(person.id) : passwordLinkAsked(person.id, "renewed", { organisationId });
    await record(tx, actor, asked);
  },
});
