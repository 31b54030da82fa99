import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isAgent, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { peopleByIds } from "../../people/index.ts";
import { ticketTaken } from "../events.ts";
import { mustBeAbleTo } from "../rules/policy.ts";
import { move } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import { lockTicket } from "../store/tickets.ts";
import { phrase } from "../words.ts";
import { commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const takeTicket = action({
  name: "tickets.take",
  description: "Assigns a ticket that nobody has to whoever takes it. Of two at once, one gets it.",
  input: z.object({ ticketId }),
  async run(tx, actor, { ticketId }): Promise<Changed> {
    if (!isAgent(actor)) throw new Forbidden();
    const ticket = await lockTicket(tx, actor, ticketId);
    await refuseSecond(tx, actor, ticket);
    mustBeAbleTo(actor, "take", ticket);
    const assigneeIds = [actor.personId];
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketTaken(),
      patch: { assigneeIds, status: move({ ...ticket, assigneeIds }, "take") },
    });
    return changed;
  },
});

const refuseSecond = async (tx: Tx, actor: Actor, ticket: Ticket): Promise<void> => {
  const [winnerId] = ticket.assigneeIds;
  if (winnerId === undefined) return;
  const winner = (await peopleByIds(tx, [winnerId])).get(winnerId);
  throw new Conflict(
    phrase("takenFirst", { name: winner?.name ?? "", isYou: isAgent(actor) && winnerId === actor.personId }),
  );
};
