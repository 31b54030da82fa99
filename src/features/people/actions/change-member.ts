import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { managerChanged } from "../events.ts";
import { updateMembership } from "../store/members.ts";
import { must } from "./guards.ts";
import { removeMember } from "./remove-member.ts";

export const changeMember = action({
  name: "people.change-member",
  description: "Makes a member a manager of the organisation, takes that back, or ends the membership.",
  input: z.object({ organisationId: id, personId: id, to: z.enum(["manager", "member", "nothing"]) }),
  async run(tx, actor, { to, ...member }) {
    must(actor, "changeOrganisations");
    if (to === "nothing") {
      await removeMember.run(tx, actor, member);
      return;
    }
    const manages = to === "manager";
    const change = await updateMembership(tx, member, manages);
    if (change === "unknown") throw new NotFound();
    if (change === "changed") await record(tx, actor, managerChanged(member, manages));
  },
});
