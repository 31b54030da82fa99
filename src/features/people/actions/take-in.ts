import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { memberJoined } from "../events.ts";
import { insertMember } from "../store/members.ts";
import { lockOrganisation } from "../store/organisations.ts";
import { getPerson } from "../store/people.ts";
import { listOutside } from "../store/outside.ts";
import { mustInside } from "./guards.ts";
import { takeSeat } from "./joining.ts";

export const takeIn = action({
  name: "people.take-in",
  description: "Makes somebody a member whose verified address is at one of the organisation's domains.",
  input: z.object({ organisationId: id, personId: id }),
  async run(tx, actor, member) {
    const { organisationId, personId } = member;
    mustInside(actor, "inviteMember", organisationId);
    await lockOrganisation(tx, organisationId);
    // Nobody else: a member's requests are read by the others, and whoever proved the address agreed to that.
    if (!(await listOutside(tx, organisationId)).some(({ id: outside }) => outside === personId)) throw new NotFound();
    const person = await getPerson(tx, personId);
    if (person.hasAccount) await takeSeat(tx, organisationId, person);
    if (await insertMember(tx, member)) await record(tx, actor, memberJoined(member, "hand"));
  },
});
