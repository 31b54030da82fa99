import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { words } from "../../../platform/input.ts";
import { accessGranted } from "../events.ts";
import { move } from "../rules/status.ts";
import { insertAccess } from "../store/accesses.ts";
import { begin, commit, speakerOf, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const grantAccess = action({
  name: "tickets.grant-access",
  description: "Records that the customer lets the desk into one of his environments, until he takes that back.",
  input: z.object({ ticketId, environment: words(200) }),
  async run(tx, actor, { ticketId, environment }): Promise<Changed> {
    const ticket = await begin(tx, actor, "grantAccess", { ticketId });
    const status = move(ticket, "grantAccess");
    const { authorId: grantedBy } = speakerOf(actor);
    const accessId = await insertAccess(tx, { ticketId, environment, grantedBy });
    const { changed } = await commit(tx, actor, ticket, {
      event: accessGranted({ accessId, environment }),
      patch: { status },
    });
    return changed;
  },
});
