import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { teamAdded } from "../events.ts";
import { teamInput } from "../input.ts";
import { insertTeam, replaceTeamMembers } from "../store/teams.ts";
import { must } from "./guards.ts";
import { refuseCustomers } from "./refuse-customers.ts";
import { teamFacts } from "./team-facts.ts";

export const addTeam = action({
  name: "people.add-team",
  description: "Adds a team on a level, with its members and calendar, and who gets what comes to it.",
  input: z.object(teamInput),
  async run(tx, actor, input) {
    must(actor, "changeTeams");
    await refuseCustomers(tx, input.memberIds);
    const teamId = await insertTeam(tx, await teamFacts(tx, input));
    await replaceTeamMembers(tx, teamId, input.memberIds);
    await record(tx, actor, teamAdded(teamId, input.name));
    return { teamId };
  },
});
