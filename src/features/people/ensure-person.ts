import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/db/db.ts";
import { record } from "../../platform/events.ts";
import type { Locale } from "../../platform/i18n/index.ts";
import { address } from "../../platform/input.ts";
import { parseInput } from "../../platform/act.ts";
import { z } from "zod";
import { getDesk } from "../desk-settings/index.ts";
import { personAdded } from "./events.ts";
import { givenName } from "./rules/given-name.ts";
import { findPersonByEmail, getPerson, insertPerson } from "./store/people.ts";
import type { Person } from "./types.ts";

interface Known {
  /** As a mail or a caller gave it; may be empty. Somebody who is known already keeps his name. */
  name: string;
  email: string;
  locale?: Locale | undefined;
}

/**
 * The person with this address, made on first sight. An address alone proves nothing: it is not verified and joins
 * no organisation. Throws `Invalid` with the field `email` when it is not an address.
 */
export const ensurePerson = async (
  tx: Tx,
  actor: Actor,
  { name, email: given, locale }: Known,
): Promise<{ person: Person; isNew: boolean }> => {
  const { email } = parseInput(z.object({ email: address }), { email: given });
  const known = await findPersonByEmail(tx, email);
  if (known) return { person: known, isNew: false };
  const desk = await getDesk(tx);
  const id = await insertPerson(tx, {
    name: givenName(name, email),
    email,
    locale: locale ?? desk.locale,
    timeZone: desk.timeZone,
  });
  // Somebody else made the same person meanwhile; the insert waited for that.
  if (id === undefined) return ensurePerson(tx, actor, { name, email, locale });
  await record(tx, actor, personAdded(id));
  return { person: await getPerson(tx, id), isNew: true };
};
