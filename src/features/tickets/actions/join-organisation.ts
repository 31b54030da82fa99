import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { organisationsOf } from "../../people/index.ts";
import { ticketChanged } from "../events.ts";
import { isLegal } from "../rules/status.ts";
import { listUnfinishedWithoutOrganisation } from "../store/of-people.ts";
import { lockTicket } from "../store/tickets.ts";
import { commit } from "./changing.ts";

/**
 * Which tickets: those of his own that are not finished and belong to no organisation, and only if he belongs to this
 * one alone; of several nobody could say whose they are. What is over stays as it was answered. Drafts follow when they
 * are submitted.
 */
export const joinOrganisation = action({
  name: "tickets.join-organisation",
  description: "Gives the unfinished tickets of somebody who has joined an organisation to it.",
  input: z.object({ personId: id, organisationId: id }),
  async run(tx, actor, { personId, organisationId }) {
    if (actor.kind !== "system") throw new Forbidden();
    const memberships = await organisationsOf(tx, personId);
    if (memberships.length !== 1 || memberships[0]?.id !== organisationId) return;
    for (const ticketId of await listUnfinishedWithoutOrganisation(tx, personId)) {
      const ticket = await lockTicket(tx, actor, ticketId);
      // Somebody has changed it while we waited for it.
      if (ticket.organisationId !== null || ticket.requesterId !== personId || !isLegal(ticket, "change")) continue;
      await commit(tx, actor, ticket, { event: ticketChanged(), patch: { organisationId } });
    }
  },
});
