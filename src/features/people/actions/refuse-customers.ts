import type { Tx } from "../../../platform/db/db.ts";
import { Invalid } from "../../../platform/errors.ts";
import { isAgentRole } from "../rules/roles.ts";
import { peopleByIds } from "../store/people.ts";
import { phrase } from "../words.ts";

/** Throws `Invalid` with the field `memberIds` unless everybody works at the desk. */
export const refuseCustomers = async (tx: Tx, personIds: readonly number[]): Promise<void> => {
  const people = await peopleByIds(tx, personIds);
  const all = personIds.map((id) => people.get(id));
  if (all.some((person) => !person || !isAgentRole(person.role)))
    throw new Invalid({ memberIds: phrase("agentsOnly") });
};
