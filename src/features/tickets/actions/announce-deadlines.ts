import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { now } from "../../../platform/time.ts";
import { deadlineMissed, deadlineNear } from "../events.ts";
import { listKeptClocks, markTold } from "../store/clocks.ts";
import { lockTicket } from "../store/tickets.ts";
import { ticketId } from "./inputs.ts";

export const announceDeadlines = action({
  name: "tickets.announce-deadlines",
  description: "Says once of each deadline that it is near, and once that it was missed.",
  input: z.object({ ticketId }),
  async run(tx, actor, { ticketId }): Promise<void> {
    if (actor.kind !== "system") throw new Forbidden();
    await lockTicket(tx, actor, ticketId);
    for (const { kind, round, dueAt, warnAt, endedAt, warnedAt, breachedAt } of await listKeptClocks(tx, ticketId)) {
      if (endedAt !== null || dueAt === null) continue;
      const said = { kind, dueAt: dueAt.toISOString() };
      if (breachedAt === null && dueAt <= now()) {
        await record(tx, actor, deadlineMissed(ticketId, said));
        await markTold(tx, { ticketId, kind, round }, "breach");
      } else if (warnedAt === null && warnAt !== null && warnAt <= now()) {
        await record(tx, actor, deadlineNear(ticketId, said));
        await markTold(tx, { ticketId, kind, round }, "warning");
      }
    }
  },
});
