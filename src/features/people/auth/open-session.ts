import type { Agent, Customer } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { mayHaveAccess } from "../access.ts";
import { giveAccount } from "../actions/joining.ts";
import { personSignedIn, type WayIn } from "../events.ts";
import { updateLastSignedIn } from "../store/accounts.ts";
import { actorOfPerson } from "../store/actors.ts";
import { deleteAttempts } from "../store/attempts.ts";
import { lockPerson } from "../store/people.ts";
import { phrase } from "../words.ts";
import { createSession, type Device } from "./library.ts";

/** Somebody who has just signed in, and the token for the cookie. */
export interface SignedIn {
  token: string;
  actor: Customer | Agent;
}

/**
 * Begins a session for somebody who has proved who he is. The person's row is locked, so that a deactivation at the same
 * moment either comes first and refuses this, or comes later and ends the session.
 */
export const openSession = async (
  tx: Tx,
  personId: number,
  { by, device }: { by: WayIn; device: Device },
): Promise<SignedIn> => {
  const person = await lockPerson(tx, personId);
  if (!mayHaveAccess(person)) throw new Conflict(phrase("noAccess"));
  await giveAccount(tx, person);
  await updateLastSignedIn(tx, personId);
  await deleteAttempts(tx, { kind: "password", source: `address:${person.email}` });
  const token = await createSession(tx, personId, device);
  const actor = await actorOfPerson(tx, personId);
  await record(tx, actor, personSignedIn(personId, by));
  return { token, actor };
};
