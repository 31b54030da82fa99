import { personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { record } from "../../../platform/events.ts";
import { after, now } from "../../../platform/time.ts";
import { passwordLinkAsked } from "../events.ts";
import { setPasswordFor } from "../rules/access.ts";
import { saveInvitation } from "../store/invitations.ts";
import { organisationsOf } from "../store/organisations.ts";
import type { Person } from "../types.ts";
import { takeSeats } from "./joining.ts";

/** By the desk's own word: a seat is taken at once wherever the person is a member, and kept while the link is good. */
export const invitePerson = async (tx: Tx, actor: Actor, person: Pick<Person, "id" | "role">): Promise<void> => {
  await takeSeats(tx, person);
  const open = { invitedBy: personIdOf(actor), expiresAt: after(now(), setPasswordFor) };
  for (const { id: organisationId } of await organisationsOf(tx, person.id))
    await saveInvitation(tx, { organisationId, personId: person.id }, open);
  await record(tx, actor, passwordLinkAsked(person.id, "invited"));
};
