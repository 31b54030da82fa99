import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { address, id } from "../../../platform/input.ts";
import { memberJoined } from "../events.ts";
import { deleteInvitation } from "../store/invitations.ts";
import { insertMember } from "../store/members.ts";
import { lockOrganisation } from "../store/organisations.ts";
import { findPersonByEmail } from "../store/people.ts";
import { phrase } from "../words.ts";
import { must } from "./guards.ts";
import { takeSeat } from "./joining.ts";

export const addMember = action({
  name: "people.add-member",
  description: "Makes a person whom we know a member of an organisation.",
  input: z.object({ organisationId: id, email: address }),
  async run(tx, actor, { organisationId, email }) {
    must(actor, "changeOrganisations");
    await lockOrganisation(tx, organisationId);
    const person = await findPersonByEmail(tx, email);
    if (!person) throw new Invalid({ email: phrase("unknownPerson") });
    if (person.hasAccount) await takeSeat(tx, organisationId, person);
    const member = { organisationId, personId: person.id };
    await deleteInvitation(tx, member);
    if (await insertMember(tx, member)) await record(tx, actor, memberJoined(member, "hand"));
  },
});
