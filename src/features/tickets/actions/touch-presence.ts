import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { isAgent } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { checkbox } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { deletePresence, writePresence } from "../store/presence.ts";
import { getTicket } from "../store/tickets.ts";
import { ticketId } from "./inputs.ts";

export const touchPresence = action({
  name: "tickets.touch-presence",
  description: "An agent has the ticket open, is writing, or leaves. Holds for 30 s; the others hear of changes only.",
  input: z.object({ ticketId, isWriting: checkbox, isLeaving: checkbox }),
  async run(tx, actor, { ticketId, isWriting, isLeaving }): Promise<void> {
    if (!isAgent(actor)) throw new Forbidden();
    await getTicket(tx, actor, ticketId);
    const { personId } = actor;
    const isNews = isLeaving
      ? await deletePresence(tx, ticketId, personId)
      : await writePresence(tx, { ticketId, personId, isWriting });
    if (isNews) await notify(tx, [`presence:${ticketId}`]);
  },
});
