import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { optionalWords } from "../../../platform/input.ts";
import { begin, type Changed } from "./changing.ts";
import { formVersion, holdSeconds, ticketId } from "./inputs.ts";
import { steer } from "./steering.ts";

export const closeTicket = action({
  name: "tickets.close",
  description: "Ends the ticket; an answer within the type's days brings it back.",
  input: z.object({ ticketId, version: formVersion, reason: optionalWords(1_000), holdSeconds }),
  async run(tx, actor, { ticketId, version, reason, holdSeconds: hold }): Promise<Changed> {
    const ticket = await begin(tx, actor, "close", { ticketId, version, fields: ["status"] });
    const { changed } = await steer(tx, actor, ticket, { verb: "close", reason, holdSeconds: hold });
    return changed;
  },
});
