import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Conflict, Forbidden, Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { verifyPassword } from "../auth/hash.ts";
import { savePassword } from "../auth/library.ts";
import { refuseWeakPassword } from "../auth/password-policy.ts";
import { hashOf } from "../auth/tokens.ts";
import { passwordSet } from "../events.ts";
import { password, token } from "../input.ts";
import { endAccessLinks } from "../store/access-links.ts";
import { findPassword } from "../store/accounts.ts";
import { deleteAttempts } from "../store/attempts.ts";
import { lockPerson } from "../store/people.ts";
import { deleteOtherSessions } from "../store/sessions.ts";
import { phrase } from "../words.ts";

export const changePassword = action({
  name: "people.change-password",
  description: "Changes one's own password and signs out everywhere else.",
  input: z.object({
    /** Missing only for somebody who has none yet, because he has always signed in by link. */
    currentPassword: z.string().max(1000).default(""),
    password,
    keepToken: token,
  }),
  async run(tx, actor, input) {
    if (!isSignedIn(actor)) throw new Forbidden();
    const { email } = await lockPerson(tx, actor.personId);
    if (email === null) throw new Conflict(phrase("noAddress"));
    const stored = await findPassword(tx, email);
    if (stored && !(await verifyPassword({ hash: stored.hash, password: input.currentPassword })))
      throw new Invalid({ currentPassword: phrase("wrongCurrentPassword") });
    await refuseWeakPassword(tx, { email, password: input.password });
    const isChange = await savePassword(tx, actor.personId, input.password);
    await deleteOtherSessions(tx, { personId: actor.personId, keepHash: hashOf(input.keepToken) });
    await endAccessLinks(tx, actor.personId);
    await deleteAttempts(tx, { kind: "password", source: `address:${email}` });
    await record(tx, actor, passwordSet(actor.personId, isChange));
  },
});
