import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { teamChanged } from "../events.ts";
import { teamInput } from "../input.ts";
import { lockTeam, replaceTeamMembers, updateTeam } from "../store/teams.ts";
import { must } from "./guards.ts";
import { refuseCustomers } from "./refuse-customers.ts";

export const changeTeam = action({
  name: "people.change-team",
  description: "Changes a team's name, level and members.",
  input: z.object({ teamId: id, ...teamInput }),
  async run(tx, actor, { teamId, name, level, memberIds }) {
    must(actor, "changeTeams");
    const before = await lockTeam(tx, teamId);
    const added = memberIds.filter((each) => !before.memberIds.includes(each));
    const hasLeft = before.memberIds.some((each) => !memberIds.includes(each));
    await refuseCustomers(tx, added);
    const changed = [
      ...(name !== before.name ? ["name"] : []),
      ...(level !== before.level ? ["level"] : []),
      ...(added.length > 0 || hasLeft ? ["members"] : []),
    ];
    if (changed.length === 0) return;
    await updateTeam(tx, teamId, { name, level });
    await replaceTeamMembers(tx, teamId, memberIds);
    await record(tx, actor, teamChanged(teamId, changed));
  },
});
