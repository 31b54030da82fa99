import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { record } from "../../../platform/events.ts";
import { now } from "../../../platform/time.ts";
import { joinIfSeat } from "../actions/joining.ts";
import { addressVerified } from "../events.ts";
import { domainOf } from "../rules/domains.ts";
import { findOrganisationByDomain } from "../store/organisations.ts";
import { updatePerson } from "../store/people.ts";
import type { Person } from "../types.ts";

/**
 * The person has used a link that went to the address, so it is his: he joins the organisation that has its domain, if
 * it has a seat for somebody who has access, or gets it now. Nothing happens the second time.
 */
export const verifyAddress = async (
  tx: Tx,
  actor: Actor,
  person: Person & { email: string },
  { hasAccess }: { hasAccess: boolean },
): Promise<void> => {
  if (person.emailVerifiedAt) return;
  await updatePerson(tx, person.id, { emailVerifiedAt: now() });
  await record(tx, actor, addressVerified(person.id));
  const organisation = await findOrganisationByDomain(tx, domainOf(person.email));
  if (organisation) await joinIfSeat(tx, actor, { organisationId: organisation.id, person, by: "domain", hasAccess });
};
