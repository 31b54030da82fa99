import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { ticketDiscarded } from "../events.ts";
import { move } from "../rules/status.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const discardTicket = action({
  name: "tickets.discard",
  description: "Drops a draft. Its number stays taken, so that numbers have no gaps; nobody else ever sees it.",
  input: z.object({ ticketId }),
  async run(tx, actor, { ticketId }): Promise<Changed> {
    const ticket = await begin(tx, actor, "discard", { ticketId });
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketDiscarded(),
      patch: { status: move(ticket, "discard") },
    });
    return changed;
  },
});
