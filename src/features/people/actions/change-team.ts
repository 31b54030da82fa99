import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn, isEmpty } from "../../../platform/settings.ts";
import { teamChanged } from "../events.ts";
import { teamInput } from "../input.ts";
import { saidOfTeam } from "../said.ts";
import { lockTeam, replaceTeamMembers, updateTeam } from "../store/teams.ts";
import { must } from "./guards.ts";
import { refuseCustomers } from "./refuse-customers.ts";
import { teamFacts } from "./team-facts.ts";

export const changeTeam = action({
  name: "people.change-team",
  description: "Changes a team's facts and members, and who gets what comes to it.",
  input: z.object({ teamId: id, ...teamInput }),
  async run(tx, actor, { teamId, memberIds, ...input }) {
    must(actor, "changeTeams");
    const before = await lockTeam(tx, teamId);
    const facts = await teamFacts(tx, { ...input, memberIds }, before);
    const added = memberIds.filter((each) => !before.memberIds.includes(each));
    await refuseCustomers(tx, added);
    const changes = changesIn(saidOfTeam(before), saidOfTeam({ ...facts, memberIds }));
    if (isEmpty(changes)) return;
    await updateTeam(tx, teamId, facts);
    await replaceTeamMembers(tx, teamId, memberIds);
    await record(tx, actor, teamChanged(teamId, facts.name, changes));
  },
});
