import { act } from "../../../platform/act.ts";
import { isSignedIn, system, type Actor } from "../../../platform/actor.ts";
import type { Context } from "../../../platform/context.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { changePassword } from "../actions/change-password.ts";
import { takeAttempt } from "../actions/take-attempt.ts";

interface Given {
  currentPassword: string;
  password: string;
  keepToken: string;
  ip: string;
}

/**
 * Changes the password of whoever is signed in. The current one is asked for and its tries are counted like those of
 * signing in, because whoever finds a browser open must not be able to guess it here.
 */
export const changeOwnPassword = async ({ db }: Context, actor: Actor, { ip, ...given }: Given): Promise<void> => {
  if (!isSignedIn(actor) || actor.email === null) throw new Forbidden();
  await act(db, system("password"), takeAttempt, { email: actor.email, ip });
  await act(db, actor, changePassword, given);
};
