import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { teamAdded } from "../events.ts";
import { teamInput } from "../input.ts";
import { insertTeam, replaceTeamMembers } from "../store/teams.ts";
import { must } from "./guards.ts";
import { refuseCustomers } from "./refuse-customers.ts";

export const addTeam = action({
  name: "people.add-team",
  description: "Adds a team on a level, with its members.",
  input: z.object(teamInput),
  async run(tx, actor, { name, level, memberIds }) {
    must(actor, "changeTeams");
    await refuseCustomers(tx, memberIds);
    const teamId = await insertTeam(tx, { name, level });
    await replaceTeamMembers(tx, teamId, memberIds);
    await record(tx, actor, teamAdded(teamId, name));
    return { teamId };
  },
});
