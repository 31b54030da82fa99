import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { words } from "../../../platform/input.ts";
import { solutionDocumented } from "../events.ts";
import { move } from "../rules/status.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { formVersion, longestText, ticketId } from "./inputs.ts";

export const documentSolution = action({
  name: "tickets.document",
  description: "Writes down how it was solved, for those who meet it again. Customers read the result instead.",
  input: z.object({ ticketId, version: formVersion, solution: words(longestText) }),
  async run(tx, actor, { ticketId, version, solution }): Promise<Changed> {
    const ticket = await begin(tx, actor, "document", { ticketId, version, fields: ["solution"] });
    const { changed } = await commit(tx, actor, ticket, {
      event: solutionDocumented(),
      patch: { solution, status: move(ticket, "document") },
    });
    return changed;
  },
});
