import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { now } from "../../../platform/time.ts";
import { solutionConfirmed } from "../events.ts";
import { move } from "../rules/status.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { formVersion, ticketId } from "./inputs.ts";

export const confirmSolution = action({
  name: "tickets.confirm",
  description: "The customer says that the solution works; that closes what nothing else is missing for.",
  input: z.object({ ticketId, version: formVersion }),
  async run(tx, actor, { ticketId, version }): Promise<Changed> {
    const ticket = await begin(tx, actor, "confirm", { ticketId, version, fields: ["status"] });
    const { changed } = await commit(tx, actor, ticket, {
      event: solutionConfirmed(),
      patch: { status: move(ticket, "confirm") },
      marks: { confirmedAt: now() },
    });
    return changed;
  },
});
