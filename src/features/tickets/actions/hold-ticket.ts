import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { optionalWords } from "../../../platform/input.ts";
import { begin, type Changed } from "./changing.ts";
import { formVersion, ticketId } from "./inputs.ts";
import { steer } from "./steering.ts";

export const holdTicket = action({
  name: "tickets.hold",
  description: "Puts the ticket on hold, e.g. until a technical ticket is done.",
  input: z.object({ ticketId, version: formVersion, reason: optionalWords(1_000) }),
  async run(tx, actor, { ticketId, version, reason }): Promise<Changed> {
    const ticket = await begin(tx, actor, "hold", { ticketId, version, fields: ["status"] });
    const { changed } = await steer(tx, actor, ticket, { verb: "hold", reason });
    return changed;
  },
});
