import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { record } from "../../../platform/events.ts";
import { personChanged } from "../events.ts";
import { updatePerson } from "../store/people.ts";
import type { Person } from "../types.ts";

type Facts = Partial<Pick<Person, "name" | "email" | "phone" | "locale" | "timeZone">>;

/** Writes what differs and records which fields did; nothing when nothing does. Another address is not yet verified. */
export const saveChanges = async (
  tx: Tx,
  actor: Actor,
  { person, to }: { person: Person; to: Facts },
): Promise<void> => {
  const changed = (Object.keys(to) as (keyof Facts)[]).filter(
    (field) => to[field] !== undefined && to[field] !== person[field],
  );
  if (changed.length === 0) return;
  await updatePerson(tx, person.id, { ...to, ...(changed.includes("email") && { emailVerifiedAt: null }) });
  await record(tx, actor, personChanged(person.id, changed));
};
