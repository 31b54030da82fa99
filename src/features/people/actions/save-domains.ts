import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { domainsIn, isDomain, isPublicDomain } from "../rules/domains.ts";
import { deleteDomain, insertDomain, listDomains } from "../store/organisations.ts";
import { listVerifiedAt, peopleByIds } from "../store/people.ts";
import { phrase } from "../words.ts";
import { joinIfSeat } from "./joining.ts";

/**
 * Gives the organisation exactly the domains in the text. Whoever has a verified address at a new one joins; leaving a
 * domain out throws nobody out. Throws `Invalid` with the field `domains`.
 */
export const saveDomains = async (
  tx: Tx,
  actor: Actor,
  { organisationId, text }: { organisationId: number; text: string },
): Promise<void> => {
  const wanted = domainsIn(text);
  for (const domain of wanted) {
    if (!isDomain(domain)) throw new Invalid({ domains: phrase("notADomain", { text: domain }) });
    if (isPublicDomain(domain)) throw new Invalid({ domains: phrase("publicDomain", { domain }) });
  }
  const before = await listDomains(tx, organisationId);
  const gone = before.filter((domain) => !wanted.includes(domain));
  const fresh = wanted.filter((domain) => !before.includes(domain));
  for (const domain of gone) await deleteDomain(tx, { organisationId, domain });
  for (const domain of fresh) await addDomain(tx, actor, { organisationId, domain });
};

const addDomain = async (
  tx: Tx,
  actor: Actor,
  { organisationId, domain }: { organisationId: number; domain: string },
): Promise<void> => {
  const owner = await insertDomain(tx, { organisationId, domain });
  if (owner) throw new Invalid({ domains: phrase("domainTaken", { domain, organisation: owner.name }) });
  const people = await peopleByIds(tx, await listVerifiedAt(tx, domain));
  for (const person of people.values())
    await joinIfSeat(tx, actor, { organisationId, person, by: "domain", hasAccess: person.hasAccount });
};
