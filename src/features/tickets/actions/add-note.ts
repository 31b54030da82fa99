import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf } from "../../../platform/actor.ts";
import { listAgents } from "../../people/index.ts";
import { ticketNoted } from "../events.ts";
import { mentionedIn } from "../rules/mentions.ts";
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
    const called = mentionedIn(said.text, await listAgents(tx));
    const mentions = called.filter((personId) => personId !== personIdOf(actor));
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketNoted({ channel, mentions }),
      patch: { status: move(ticket, "note") },
    });
    const messageId = await say(tx, actor, changed, { said, kind: "note", isInternal: true, side: "agent", channel });
    return { ...changed, messageId };
  },
});
