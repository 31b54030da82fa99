import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { ticketNoted } from "../events.ts";
import { move } from "../rules/status.ts";
import { channels } from "../rules/ticket.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { spoken, ticketId } from "./inputs.ts";
import { mustSaySomething, say } from "./speaking.ts";

export const addNote = action({
  name: "tickets.note",
  description: "Writes an internal note, which customers never see.",
  input: z.object({ ticketId, ...spoken, channel: z.enum(channels).default("portal") }),
  async run(tx, actor, { ticketId, channel, ...said }): Promise<Changed & { messageId: number }> {
    const ticket = await begin(tx, actor, "note", { ticketId });
    mustSaySomething(said);
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketNoted({ channel }),
      patch: { status: move(ticket, "note") },
    });
    const messageId = await say(tx, actor, changed, { said, kind: "note", isInternal: true, side: "agent", channel });
    return { ...changed, messageId };
  },
});
