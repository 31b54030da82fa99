import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { optionalWords } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { ticketRated } from "../events.ts";
import { move } from "../rules/status.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const rateTicket = action({
  name: "tickets.rate",
  description: "The customer says how it was, 1 to 5 stars; a resolved ticket is closed by that.",
  input: z.object({ ticketId, rating: z.coerce.number().int().min(1).max(5), words: optionalWords(5_000) }),
  async run(tx, actor, { ticketId, rating, words }): Promise<Changed> {
    const ticket = await begin(tx, actor, "rate", { ticketId });
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketRated({ rating, words }),
      patch: { rating, status: move(ticket, "rate") },
      marks: { ratedAt: now() },
    });
    return changed;
  },
});
