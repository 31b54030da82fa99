import { z } from "zod";
import { action, type Action } from "../../../platform/act.ts";
import { words } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { confirmationRecorded, demandWaived, type TicketEvent } from "../events.ts";
import { move, type Verb } from "../rules/status.ts";
import { confirmationWays } from "../rules/ticket.ts";
import type { Marks } from "../store/ticket-rows.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { formVersion, ticketId } from "./inputs.ts";

/** What a type demands of customers must not strand the ticket of one who says it elsewhere, or never. */

export const recordConfirmation = action({
  name: "tickets.record-confirmation",
  description: "Writes down that the customer has confirmed the solution elsewhere, e.g. by telephone: how, and who.",
  input: z.object({ ticketId, version: formVersion, how: z.enum(confirmationWays), by: words(200) }),
  async run(tx, actor, { ticketId, version, how, by }): Promise<Changed> {
    const ticket = await begin(tx, actor, "recordConfirmation", { ticketId, version, fields: ["status"] });
    const { changed } = await commit(tx, actor, ticket, {
      event: confirmationRecorded({ how, by }),
      patch: { status: move(ticket, "recordConfirmation") },
      marks: { confirmedAt: now() },
    });
    return changed;
  },
});

const waiverInput = z.object({ ticketId, version: formVersion, reason: words(1_000) });

interface Waiver {
  name: string;
  description: string;
  verb: Verb;
  event(reason: string): TicketEvent;
  marks(): Omit<Marks, "isPublic">;
}

const waiver = ({ name, description, verb, event, marks }: Waiver): Action<typeof waiverInput, Changed> =>
  action({
    name,
    description,
    input: waiverInput,
    async run(tx, actor, { ticketId, version, reason }): Promise<Changed> {
      const ticket = await begin(tx, actor, verb, { ticketId, version, fields: ["status"] });
      const patch = { status: move(ticket, verb) };
      const { changed } = await commit(tx, actor, ticket, { event: event(reason), patch, marks: marks() });
      return changed;
    },
  });

export const waiveConfirmation = waiver({
  name: "tickets.waive-confirmation",
  description: "The ticket goes without the confirmation that its type demands, for a reason that is kept.",
  verb: "waiveConfirmation",
  event: (reason) => demandWaived("confirmation", { reason }),
  marks: () => ({ confirmationWaivedAt: now() }),
});

export const waiveFeedback = waiver({
  name: "tickets.waive-feedback",
  description: "The ticket goes without the feedback that its type demands, for a reason that is kept.",
  verb: "waiveFeedback",
  event: (reason) => demandWaived("feedback", { reason }),
  marks: () => ({ feedbackWaivedAt: now() }),
});
