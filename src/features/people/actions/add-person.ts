import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { address, checkbox, id } from "../../../platform/input.ts";
import { getDesk } from "../../desk-settings/index.ts";
import { memberJoined, personAdded } from "../events.ts";
import { locale, personName, phone } from "../input.ts";
import { isRoleAddress } from "../rules/role-addresses.ts";
import { roles } from "../rules/roles.ts";
import { insertMember } from "../store/members.ts";
import { insertPerson } from "../store/people.ts";
import { phrase } from "../words.ts";
import { must } from "./guards.ts";
import { invitePerson } from "./invite-person.ts";

export const addPerson = action({
  name: "people.add",
  description: "Adds a person, on request with an invitation by mail to set a password.",
  input: z.object({
    name: personName,
    email: address.optional(),
    phone,
    role: z.enum(roles).default("customer"),
    locale,
    organisationId: id.optional(),
    invite: checkbox,
  }),
  async run(tx, actor, { email, role, organisationId, invite, ...input }) {
    must(actor, "addPerson");
    const needsAccess = invite || role !== "customer";
    if (needsAccess && email === undefined) throw new Invalid({ email: phrase("noAddress") });
    if (needsAccess && email !== undefined && isRoleAddress(email)) throw new Invalid({ email: phrase("roleAddress") });
    const { timeZone } = await getDesk(tx);
    const personId = await insertPerson(tx, {
      name: input.name,
      email: email ?? null,
      phone: input.phone || null,
      role,
      locale: input.locale,
      timeZone,
    });
    if (personId === undefined) throw new Invalid({ email: phrase("addressTaken") });
    await record(tx, actor, personAdded(personId));
    if (organisationId !== undefined) {
      const member = { organisationId, personId };
      await insertMember(tx, member);
      await record(tx, actor, memberJoined(member, "hand"));
    }
    if (invite) await invitePerson(tx, actor, { id: personId, role });
    return { personId };
  },
});
