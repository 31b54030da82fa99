import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { begin, type Changed } from "./changing.ts";
import { formVersion, ticketId } from "./inputs.ts";
import { steer } from "./steering.ts";

export const releaseTicket = action({
  name: "tickets.release",
  description: "Takes the ticket up again that was on hold.",
  input: z.object({ ticketId, version: formVersion }),
  async run(tx, actor, { ticketId, version }): Promise<Changed> {
    const ticket = await begin(tx, actor, "release", { ticketId, version, fields: ["status"] });
    const { changed } = await steer(tx, actor, ticket, { verb: "release" });
    return changed;
  },
});
