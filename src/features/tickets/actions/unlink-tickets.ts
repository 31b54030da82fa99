import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { ticketUnlinked } from "../events.ts";
import { linkKinds } from "../rules/ticket.ts";
import { deleteLink } from "../store/links.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";
import { lockTickets } from "./locking.ts";
import { endOrder } from "./orders.ts";

export const unlinkTickets = action({
  name: "tickets.unlink",
  description: "Takes a link between two tickets away. What waited for a technical ticket goes back to work.",
  input: z.object({ ticketId, otherId: id, kind: z.enum(linkKinds) }),
  async run(tx, actor, { ticketId, otherId, kind }): Promise<Changed | undefined> {
    await lockTickets(tx, actor, [ticketId, otherId]);
    const ticket = await begin(tx, actor, "link", { ticketId });
    const other = await begin(tx, actor, "link", { ticketId: otherId });
    const isFrom = await deleteLink(tx, { ticketId, otherId, kind });
    if (!isFrom && !(await deleteLink(tx, { ticketId: otherId, otherId: ticketId, kind }))) return undefined;
    const { ticket: after, changed } = await commit(tx, actor, ticket, {
      event: ticketUnlinked({ otherId, number: other.number, kind, isFrom }),
    });
    const { ticket: otherAfter } = await commit(tx, actor, other, {
      event: ticketUnlinked({ otherId: ticketId, number: ticket.number, kind, isFrom: !isFrom }),
    });
    if (kind === "technical") {
      const [waiting, technical] = isFrom ? [after, otherAfter] : [otherAfter, after];
      // The history says already that the link is gone.
      if (waiting.status === "on_hold")
        await endOrder(tx, actor, waiting, { number: technical.number, because: "unlinked" });
    }
    return changed;
  },
});
