import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { channels } from "../rules/ticket.ts";
import { move } from "../rules/status.ts";
import { begin } from "./changing.ts";
import { writeFollowUp } from "./following-up.ts";
import { spoken, ticketId } from "./inputs.ts";
import type { Opened } from "./opening.ts";
import { mustSaySomething } from "./speaking.ts";

export const followUpTicket = action({
  name: "tickets.follow-up",
  description: "Opens a new ticket that goes on where a closed one ended. Returns the new one.",
  input: z.object({ ticketId, ...spoken, channel: z.enum(channels).default("portal") }),
  async run(tx, actor, { ticketId, ...said }): Promise<Opened> {
    const old = await begin(tx, actor, "followUp", { ticketId });
    move(old, "followUp");
    mustSaySomething(said);
    return writeFollowUp(tx, actor, old, said);
  },
});
