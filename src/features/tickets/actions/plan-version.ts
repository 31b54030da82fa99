import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { system, type Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { optionalWords } from "../../../platform/input.ts";
import { orderPlanned, versionPlanned } from "../events-together.ts";
import { isTechnical, isOrderOver, orderOf } from "../rules/technical.ts";
import { unfinished, type Status, type Ticket } from "../rules/ticket.ts";
import { technicalOf } from "../store/orders.ts";
import { getTicket } from "../store/tickets.ts";
import { togetherPhrase } from "../words-together.ts";
import { commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";
import { lockEnd } from "./locking.ts";

interface Plan {
  plannedVersion: string | null;
  /** Read by everybody who waits for it. */
  versionReason: string;
}

/** Says in which version it will be. Whoever was told one version is owed the reason for another. */
export const planVersion = async (
  tx: Tx,
  actor: Actor,
  ticket: Ticket,
  { plannedVersion, versionReason }: Plan,
): Promise<{ ticket: Ticket; changed: Changed }> => {
  const isTold = isTechnical(ticket) || ticket.visibility === "public";
  if (isTold && ticket.plannedVersion !== null && versionReason === "")
    throw new Invalid({ versionReason: togetherPhrase("versionReasonMissing") });
  return commit(tx, actor, ticket, { event: versionPlanned({ versionReason }), patch: { plannedVersion } });
};

export const tellOrderPlanned = action({
  name: "tickets.tell-order-planned",
  description: "Writes into the history of a ticket that waits that its order is planned for another version.",
  input: z.object({
    ticketId,
    technicalId: ticketId,
    fromVersion: z.string().nullable(),
    toVersion: z.string().nullable(),
    versionReason: optionalWords(1_000),
  }),
  /** What its customers are to be told, if it still waits. */
  async run(tx, actor, { ticketId, technicalId, ...plan }): Promise<{ eventId: number } | null> {
    if (actor.kind !== "system") throw new Forbidden();
    const ticket = await lockEnd(tx, actor, ticketId);
    const technical = await getTicket(tx, system("tickets"), technicalId);
    const hanging = (await technicalOf(tx, [ticket.id])).get(ticket.id) ?? [];
    const isWaiting = ticket.status !== "resolved" && (unfinished as readonly Status[]).includes(ticket.status);
    if (!isWaiting || !hanging.some((each) => each.technical.id === technicalId)) return null;
    if (isOrderOver(orderOf(technical))) return null;
    const event = orderPlanned({ number: technical.number, ...plan });
    return { eventId: (await commit(tx, actor, ticket, { event })).changed.eventId };
  },
});
