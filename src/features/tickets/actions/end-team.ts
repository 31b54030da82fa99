import { action } from "../../../platform/act.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict } from "../../../platform/errors.ts";
import { listMailAddresses } from "../../mail-addresses/index.ts";
import { listTeams, teamEndInput, writeTeamEnd, type Team } from "../../people/index.ts";
import { listTicketTypes } from "../../ticket-types/index.ts";
import { isTechnical } from "../rules/technical.ts";
import { countTicketsOfTeam, hadTickets } from "../store/uses.ts";
import { listViewsOfTeam } from "../team-views.ts";
import { phrase } from "../words.ts";

export const endTeam = action({
  name: "tickets.end-team",
  description:
    "Retires a team, so that nothing new comes to it, or brings it back, or deletes one that nothing names. Not while something sends new tickets to it.",
  input: teamEndInput,
  async run(tx, actor, input): Promise<void> {
    await writeTeamEnd(tx, actor, input, async (team) => {
      await refuseStranding(tx, team);
      if (input.to === "delete") await refuseForgetting(tx, team);
    });
  },
});

/** What comes in would come to a team that nobody looks after. */
const refuseStranding = async (tx: Tx, team: Team): Promise<void> => {
  const all = await listTicketTypes(tx);
  const types = all.filter(({ teamId }) => teamId === team.id);
  if (types.length > 0) throw new Conflict(phrase("teamOfTypes", { types: types.map(({ names }) => names) }));
  // What is retired still takes mail in.
  const addresses = (await listMailAddresses(tx)).filter(({ teamId }) => teamId === team.id);
  if (addresses.length > 0)
    throw new Conflict(phrase("teamOfAddresses", { addresses: addresses.map(({ address }) => address) }));
  const orders = all.find((type) => isTechnical({ type }) && !type.isRetired);
  const technical = (await listTeams(tx)).filter(({ level, isRetired }) => level === "technical" && !isRetired);
  if (orders?.teamId === null && technical.every(({ id }) => id === team.id) && technical.length > 0)
    throw new Conflict(phrase("teamOfOrders", { type: orders.names }));
};

/** What names the team would no longer say which one it was. */
const refuseForgetting = async (tx: Tx, { id }: Team): Promise<void> => {
  const count = await countTicketsOfTeam(tx, id);
  if (count > 0) throw new Conflict(phrase("teamOfTickets", { count }));
  const views = await listViewsOfTeam(tx, id);
  if (views.length > 0) throw new Conflict(phrase("teamOfViews", { views: views.map(({ names }) => names) }));
  if (await hadTickets(tx, id)) throw new Conflict(phrase("teamOfHistory"));
};
