import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { now } from "../../../platform/time.ts";
import { ticketSubmitted } from "../events.ts";
import { move } from "../rules/status.ts";
import { answersOfNew } from "./answering.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";
import { organisationOf } from "./opening.ts";

export const submitTicket = action({
  name: "tickets.submit",
  description: "Submits a draft: from now on the desk sees it.",
  input: z.object({ ticketId }),
  async run(tx, actor, { ticketId }): Promise<Changed> {
    const ticket = await begin(tx, actor, "submit", { ticketId });
    // What is missing is asked for now; a draft may lack anything.
    answersOfNew(actor, { type: ticket.type, given: ticket.customFields, isDemanded: true });
    const { changed } = await commit(tx, actor, ticket, {
      event: ticketSubmitted(),
      patch: {
        status: move(ticket, "submit"),
        // He may have joined one since he began to write.
        organisationId: ticket.organisationId ?? (await organisationOf(tx, ticket.requesterId, undefined)),
      },
      marks: { submittedAt: now() },
    });
    return changed;
  },
});
