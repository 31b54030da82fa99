import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf } from "../../../platform/actor.ts";
import { Invalid } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { address, id } from "../../../platform/input.ts";
import { after, now } from "../../../platform/time.ts";
import { mayHaveAccess } from "../access.ts";
import { noteAttempt } from "../auth/attempts.ts";
import { ensurePerson } from "../ensure-person.ts";
import { memberInvited } from "../events.ts";
import { locale, personName } from "../input.ts";
import { setPasswordFor } from "../rules/access.ts";
import { isRoleAddress } from "../rules/role-addresses.ts";
import { isAgentRole } from "../rules/roles.ts";
import { saveInvitation } from "../store/invitations.ts";
import { isMember } from "../store/members.ts";
import { lockOrganisation } from "../store/organisations.ts";
import { phrase } from "../words.ts";
import { mustInside } from "./guards.ts";
import { takeSeat } from "./joining.ts";

export const inviteMember = action({
  name: "people.invite-member",
  description: "Invites somebody to an organisation's portal, by mail. A seat is kept for him until the link is over.",
  input: z.object({ organisationId: id, name: personName, email: address, locale: locale.optional() }),
  async run(tx, actor, { organisationId, name, email, locale: chosen }) {
    mustInside(actor, "inviteMember", organisationId);
    await lockOrganisation(tx, organisationId);
    if (isRoleAddress(email)) throw new Invalid({ email: phrase("roleAddress") });
    // A manager can have mails sent to anybody: as many as somebody else can have sent to himself.
    await noteAttempt(tx, { kind: "link", email, ip: `person ${personIdOf(actor) ?? "system"}` });
    const { person } = await ensurePerson(tx, actor, { name, email, locale: chosen ?? actor.locale });
    if (isAgentRole(person.role) || !mayHaveAccess(person)) throw new Invalid({ email: phrase("cannotBeInvited") });
    const member = { organisationId, personId: person.id };
    if (person.hasAccount && (await isMember(tx, member))) throw new Invalid({ email: phrase("isMemberAlready") });
    await takeSeat(tx, organisationId, person);
    await saveInvitation(tx, member, { invitedBy: personIdOf(actor), expiresAt: after(now(), setPasswordFor) });
    await record(tx, actor, memberInvited(member));
    return { personId: person.id };
  },
});
