import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { mayHaveAccess } from "../access.ts";
import { findAccessLink, useAccessLink, type LinkPurpose } from "../store/access-links.ts";
import { lockPerson } from "../store/people.ts";
import type { Person } from "../types.ts";
import { phrase } from "../words.ts";
import { hashOf } from "./tokens.ts";

type Linked = Person & {
  email: string;
  /** Whose invitation it accepts. */
  organisationId: number | null;
};

/** Uses a link up and says whose it was. Of two at the same time one gets it. Throws `Conflict` saying why not. */
export const takeLink = async (
  tx: Tx,
  { token, purpose }: { token: string; purpose: LinkPurpose },
): Promise<Linked> => {
  const link = { tokenHash: hashOf(token), purpose };
  const used = await useAccessLink(tx, link);
  if (!used) {
    const known = await findAccessLink(tx, link);
    throw new Conflict(phrase(!known ? "linkUnknown" : known.usedAt ? "linkUsed" : "linkExpired"));
  }
  const person = await lockPerson(tx, used.personId);
  if (!mayHaveAccess(person)) throw new Conflict(phrase("noAccess"));
  return { ...person, organisationId: used.organisationId };
};
