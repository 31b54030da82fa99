import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf } from "../../../platform/actor.ts";
import { id } from "../../../platform/input.ts";
import { getPerson } from "../../people/index.ts";
import { participantRemoved } from "../events.ts";
import { mustBeAbleTo } from "../rules/policy.ts";
import { move } from "../rules/status.ts";
import { lockTicket } from "../store/tickets.ts";
import { commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const removeParticipant = action({
  name: "tickets.remove-participant",
  description: "Takes somebody out of CC. Everybody may take himself out.",
  input: z.object({ ticketId, personId: id }),
  async run(tx, actor, { ticketId, personId }): Promise<Changed | undefined> {
    const ticket = await lockTicket(tx, actor, ticketId);
    if (personId !== personIdOf(actor)) mustBeAbleTo(actor, "removeParticipant", ticket);
    if (!ticket.participantIds.includes(personId)) return undefined;
    move(ticket, "removeParticipant");
    const { name } = await getPerson(tx, personId);
    const { changed } = await commit(tx, actor, ticket, {
      event: participantRemoved({ personId, name }),
      patch: { participantIds: ticket.participantIds.filter((each) => each !== personId) },
    });
    return changed;
  },
});
