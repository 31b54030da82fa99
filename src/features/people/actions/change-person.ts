import { z } from "zod";
import { action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { address, id } from "../../../platform/input.ts";
import { changesIn } from "../../../platform/settings.ts";
import { isTimeZone } from "../../desk-settings/index.ts";
import { personRoleChanged } from "../events.ts";
import { locale, personName, phone, timeZone } from "../input.ts";
import { changeProblem } from "../rules/policy.ts";
import { isRoleAddress } from "../rules/role-addresses.ts";
import { roles, type Role } from "../rules/roles.ts";
import { saidOfRole } from "../said.ts";
import { endAccessLinks } from "../store/access-links.ts";
import { lockAdministrators, lockPerson, updatePerson } from "../store/people.ts";
import { deleteTeamMemberships } from "../store/teams.ts";
import type { Person } from "../types.ts";
import { phrase } from "../words.ts";
import { must } from "./guards.ts";
import { takeSeats } from "./joining.ts";
import { saveChanges } from "./save-changes.ts";

export const changePerson = action({
  name: "people.change",
  description: "Changes what is known of a person, and the role at the desk.",
  input: z.object({
    personId: id,
    name: personName,
    email: address.optional(),
    phone,
    role: z.enum(roles),
    locale,
    timeZone,
  }),
  async run(tx, actor, { personId, role, ...input }) {
    must(actor, "changePerson");
    // Before the person, so that two changes at the same time wait for each other in the same order.
    const administrators = await lockAdministrators(tx);
    const person = await lockPerson(tx, personId);
    const email = input.email ?? null;
    if (!isTimeZone(input.timeZone)) throw new Invalid({ timeZone: phrase("notATimeZone") });
    const needsAccess = role !== "customer" || person.hasAccount;
    if (needsAccess && email === null) throw new Invalid({ email: phrase("noAddress") });
    if (needsAccess && email !== null && isRoleAddress(email)) throw new Invalid({ email: phrase("roleAddress") });
    await saveRole(tx, actor, { person, role, administrators });
    // A link that went to the old address must not open what belongs to the new one.
    if (email !== person.email) await endAccessLinks(tx, personId);
    await saveChanges(tx, actor, { person, to: { ...input, email, phone: input.phone || null } });
  },
});

const saveRole = async (
  tx: Tx,
  actor: Actor,
  { person, role, administrators }: { person: Person; role: Role; administrators: readonly number[] },
): Promise<void> => {
  if (role === person.role) return;
  const isActive = person.deactivatedAt === null;
  const problem = changeProblem(actor, {
    person: { id: person.id, role: person.role, isActive },
    to: { role, isActive },
    administrators,
  });
  if (problem) throw new Conflict(phrase(problem));
  await updatePerson(tx, person.id, { role });
  if (role === "customer") {
    await deleteTeamMemberships(tx, person.id);
    if (person.hasAccount && isActive) await takeSeats(tx, { id: person.id, role });
  }
  const changes = changesIn(saidOfRole(person.role), saidOfRole(role));
  await record(tx, actor, personRoleChanged(person.id, { from: person.role, to: role, changes }));
};
