import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { checkbox } from "../../../platform/input.ts";
import { updateAdded } from "../events.ts";
import { move } from "../rules/status.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { spoken, ticketId } from "./inputs.ts";
import { mustSaySomething, say } from "./speaking.ts";

export const addUpdate = action({
  name: "tickets.update",
  description: "Adds an update to the service history: what was done, for everybody or for the desk only.",
  input: z.object({ ticketId, ...spoken, isInternal: checkbox }),
  async run(tx, actor, { ticketId, isInternal, ...said }): Promise<Changed & { messageId: number }> {
    const ticket = await begin(tx, actor, "update", { ticketId });
    mustSaySomething(said);
    const { changed } = await commit(tx, actor, ticket, {
      event: updateAdded({ isInternal }),
      patch: { status: move(ticket, "update") },
    });
    const messageId = await say(tx, actor, changed, {
      said,
      kind: "update",
      isInternal,
      side: "agent",
      channel: "portal",
    });
    return { ...changed, messageId };
  },
});
