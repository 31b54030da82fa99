import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { begin, type Changed } from "./changing.ts";
import { formVersion, ticketId } from "./inputs.ts";
import { steer } from "./steering.ts";

export const startTicket = action({
  name: "tickets.start",
  description: "Begins the work; assigns whoever begins when nobody is assigned.",
  input: z.object({ ticketId, version: formVersion }),
  async run(tx, actor, { ticketId, version }): Promise<Changed> {
    const ticket = await begin(tx, actor, "start", { ticketId, version, fields: ["status"] });
    const { changed } = await steer(tx, actor, ticket, { verb: "start" });
    return changed;
  },
});
