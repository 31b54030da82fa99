import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isSignedIn } from "../../../platform/actor.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { invitationDeclined, memberJoined } from "../events.ts";
import { deleteInvitation, listInvitationsOf } from "../store/invitations.ts";
import { insertMember } from "../store/members.ts";
import { lockOrganisation } from "../store/organisations.ts";
import { phrase } from "../words.ts";

export const answerInvitation = action({
  name: "people.answer-invitation",
  description: "Joins the organisation that has invited one, or declines.",
  input: z.object({ organisationId: id, answer: z.enum(["accept", "decline"]) }),
  async run(tx, actor, { organisationId, answer }) {
    if (!isSignedIn(actor)) throw new Forbidden();
    const member = { organisationId, personId: actor.personId };
    await lockOrganisation(tx, organisationId);
    // While it is open it holds the seat, so accepting needs to look for none.
    const isOpen = (await listInvitationsOf(tx, actor.personId)).some((each) => each.organisationId === organisationId);
    if (!isOpen) throw new Conflict(phrase("invitationOver"));
    await deleteInvitation(tx, member);
    if (answer === "decline") await record(tx, actor, invitationDeclined(member));
    else if (await insertMember(tx, member)) await record(tx, actor, memberJoined(member, "invitation"));
  },
});
