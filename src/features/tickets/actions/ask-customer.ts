import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { begin, type Changed } from "./changing.ts";
import { formVersion, ticketId } from "./inputs.ts";
import { steer } from "./steering.ts";

export const askCustomer = action({
  name: "tickets.ask",
  description: "Marks that it is the customer's turn, without writing to him.",
  input: z.object({ ticketId, version: formVersion }),
  async run(tx, actor, { ticketId, version }): Promise<Changed> {
    const ticket = await begin(tx, actor, "ask", { ticketId, version, fields: ["status"] });
    const { changed } = await steer(tx, actor, ticket, { verb: "ask" });
    return changed;
  },
});
