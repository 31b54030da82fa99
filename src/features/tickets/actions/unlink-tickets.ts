import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { ticketUnlinked } from "../events.ts";
import { linkKinds } from "../rules/ticket.ts";
import { deleteLink } from "../store/links.ts";
import { getTicket } from "../store/tickets.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";

export const unlinkTickets = action({
  name: "tickets.unlink",
  description: "Takes a link between two tickets away.",
  input: z.object({ ticketId, otherId: id, kind: z.enum(linkKinds) }),
  async run(tx, actor, { ticketId, otherId, kind }): Promise<Changed | undefined> {
    const ticket = await begin(tx, actor, "link", { ticketId });
    const other = await getTicket(tx, actor, otherId);
    const isFrom = await deleteLink(tx, { ticketId, otherId, kind });
    if (!isFrom && !(await deleteLink(tx, { ticketId: otherId, otherId: ticketId, kind }))) return undefined;
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketUnlinked({ otherId, number: other.number, kind, isFrom }),
    });
    return changed;
  },
});
