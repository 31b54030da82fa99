import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole, personIdOf } from "../../../platform/actor.ts";
import { Conflict, NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { invitationWithdrawn, memberLeft } from "../events.ts";
import { endInvitationLinks } from "../store/access-links.ts";
import { deleteInvitation } from "../store/invitations.ts";
import { deleteMember, findMember } from "../store/members.ts";
import { lockOrganisation } from "../store/organisations.ts";
import { phrase } from "../words.ts";
import { mustInside } from "./guards.ts";

export const removeMember = action({
  name: "people.remove-member",
  description: "Ends a membership, or takes back an invitation. The person keeps what he has asked himself.",
  input: z.object({ organisationId: id, personId: id }),
  async run(tx, actor, member) {
    const { organisationId, personId } = member;
    mustInside(actor, "removeMember", organisationId);
    await lockOrganisation(tx, organisationId);
    const found = await findMember(tx, member);
    // Managers are equals; who no longer is one, the desk says.
    if (found?.isManager && !hasRole(actor, "administrator"))
      throw new Conflict(phrase(personIdOf(actor) === personId ? "notYourselfHere" : "notAManager"));
    const wasInvited = await deleteInvitation(tx, member);
    if (wasInvited) await endInvitationLinks(tx, member);
    if (!found && !wasInvited) throw new NotFound();
    if (!found) {
      await record(tx, actor, invitationWithdrawn(member));
      return;
    }
    await deleteMember(tx, member);
    await record(tx, actor, memberLeft(member));
  },
});
