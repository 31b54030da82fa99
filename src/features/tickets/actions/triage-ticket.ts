import { z } from "zod";
import { action } from "../../../platform/act.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { id } from "../../../platform/input.ts";
import { mustBeAbleTo } from "../rules/policy.ts";
import { verbTowards } from "../rules/status.ts";
import { priorities, statuses, type Status } from "../rules/ticket.ts";
import { lockTicket } from "../store/tickets.ts";
import { assignTicket } from "./assign-ticket.ts";
import { changeFields } from "./change-fields.ts";
import type { Changed } from "./changing.ts";
import { holdSeconds, ticketId } from "./inputs.ts";
import { steer } from "./steering.ts";

export const triageTicket = action({
  name: "tickets.triage",
  description: "Sorts a ticket in one go: who works on it, its priority, its status. All of it happens, or nothing.",
  input: z.object({
    ticketId,
    /** The one who works on it from now on. */
    assigneeId: id.optional(),
    priority: z.enum(priorities).optional(),
    status: z.enum(statuses).optional(),
    holdSeconds,
  }),
  /** The ids of what was done, by which it can be taken back. */
  async run(tx, actor, { ticketId, assigneeId, priority, status, holdSeconds: hold }): Promise<{ eventIds: number[] }> {
    const held = { ticketId, holdSeconds: hold };
    const done = [
      assigneeId === undefined ? undefined : await assignTicket.run(tx, actor, { ...held, assigneeIds: [assigneeId] }),
      priority === undefined ? undefined : await changeFields.run(tx, actor, { ...held, priority }),
      status === undefined ? undefined : await bringTo(tx, actor, { ...held, status }),
    ];
    return { eventIds: done.flatMap((changed) => changed?.eventId ?? []) };
  },
});

const bringTo = async (
  tx: Tx,
  actor: Actor,
  { ticketId, status, holdSeconds: hold }: { ticketId: number; status: Status; holdSeconds: number | undefined },
): Promise<Changed | undefined> => {
  const ticket = await lockTicket(tx, actor, ticketId);
  if (ticket.status === status) return undefined;
  const verb = verbTowards(ticket, status);
  mustBeAbleTo(actor, verb, ticket);
  return (await steer(tx, actor, ticket, { verb, holdSeconds: hold })).changed;
};
