import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { optionalWords } from "../../../platform/input.ts";
import { begin, type Changed } from "./changing.ts";
import { formVersion, holdSeconds, ticketId } from "./inputs.ts";
import { steer } from "./steering.ts";

export const resolveTicket = action({
  name: "tickets.resolve",
  description: "Marks the ticket as solved, with the result that the customer reads.",
  input: z.object({ ticketId, version: formVersion, result: optionalWords(5_000), holdSeconds }),
  async run(tx, actor, { ticketId, version, result, holdSeconds: hold }): Promise<Changed> {
    const ticket = await begin(tx, actor, "resolve", { ticketId, version, fields: ["status"] });
    const { changed } = await steer(tx, actor, ticket, { verb: "resolve", result, holdSeconds: hold });
    return changed;
  },
});
