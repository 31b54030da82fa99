import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { after, now } from "../../../platform/time.ts";
import { mayHaveAccess } from "../access.ts";
import { hashOf, newToken } from "../auth/tokens.ts";
import { setPasswordFor, signInFor } from "../rules/access.ts";
import { insertAccessLink } from "../store/access-links.ts";
import { getPerson } from "../store/people.ts";
import { onlySystem } from "./guards.ts";

export const makeLink = action({
  name: "people.make-link",
  description: "Makes the token of a link that lets a person set a password or sign in.",
  input: z.object({
    personId: id,
    purpose: z.enum(["set_password", "sign_in"]),
    /** Whose invitation its use accepts. */
    organisationId: id.optional(),
  }),
  async run(tx, actor, { personId, purpose, organisationId = null }): Promise<string | undefined> {
    // Whoever holds the token can become the person; only a mail to the person's address may carry it.
    onlySystem(actor);
    const person = await getPerson(tx, personId);
    if (!mayHaveAccess(person)) return undefined;
    const token = newToken();
    await insertAccessLink(tx, {
      tokenHash: hashOf(token),
      personId,
      purpose,
      expiresAt: after(now(), purpose === "sign_in" ? signInFor : setPasswordFor),
      organisationId,
    });
    return token;
  },
});
