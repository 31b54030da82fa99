import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Conflict, Forbidden } from "../../../platform/errors.ts";
import { resolvedByOrder, type BackBecause } from "../events-together.ts";
import { move } from "../rules/status.ts";
import { isOrderOver, orderOf } from "../rules/technical.ts";
import { unfinished, type Status } from "../rules/ticket.ts";
import { technicalOf } from "../store/orders.ts";
import { getTicket } from "../store/tickets.ts";
import { commit } from "./changing.ts";
import { ticketId } from "./inputs.ts";
import { lockEnd } from "./locking.ts";
import { endOrder, isOrdered } from "./orders.ts";

/** Statuses in which somebody still waits for a solution. */
const waits = (status: Status): boolean => status !== "resolved" && (unfinished as readonly Status[]).includes(status);

export const settleOrder = action({
  name: "tickets.settle-order",
  description:
    "The order that a ticket waited for is over: done, the ticket is resolved with its result; dropped, or where it cannot be resolved yet, it goes back to work.",
  input: z.object({ ticketId, technicalId: ticketId }),
  /** What its customers are to be told, if it is resolved by that. */
  async run(tx, actor, { ticketId, technicalId }): Promise<{ eventId: number } | null> {
    if (actor.kind !== "system") throw new Forbidden();
    const ticket = await lockEnd(tx, actor, ticketId);
    const technical = await getTicket(tx, actor, technicalId);
    const { number, state, plannedVersion } = orderOf(technical);
    // Both may have moved on since.
    if (!isOrderOver({ state }) || !waits(ticket.status)) return null;
    const hanging = (await technicalOf(tx, [ticket.id])).get(ticket.id) ?? [];
    if (!hanging.some((each) => each.technical.id === technicalId)) return null;
    const end = async (ended: { because: BackBecause; refused?: string }): Promise<null> => {
      await endOrder(tx, actor, ticket, { number, ...ended });
      return null;
    };
    if (state === "dropped") return end({ because: "dropped" });
    if (await isOrdered(tx, ticket.id)) return end({ because: "over" });
    try {
      const status = move(ticket, "resolve");
      const { result } = technical;
      const { changed } = await commit(tx, actor, ticket, {
        event: resolvedByOrder({
          result: result ?? "",
          orderNumber: number,
          ...(plannedVersion !== null && { orderVersion: plannedVersion }),
        }),
        patch: { status, ...(result && { result }) },
      });
      return { eventId: changed.eventId };
    } catch (error) {
      // What its type demands before it is solved, e.g. an approval; the reason stands in the history.
      if (!(error instanceof Conflict) || !error.phrase.key.startsWith("tickets.")) throw error;
      const refused = error.phrase.key.slice("tickets.".length);
      return end({ because: "unresolvable", refused });
    }
  },
});
