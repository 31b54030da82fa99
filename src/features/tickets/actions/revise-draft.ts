import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { words } from "../../../platform/input.ts";
import { now } from "../../../platform/time.ts";
import { draftRevised, ticketSubmitted } from "../events.ts";
import { move } from "../rules/status.ts";
import { priorities } from "../rules/ticket.ts";
import { replaceFirstWords } from "../store/messages.ts";
import { answersOfNew } from "./answering.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { productInput, productOfNew } from "./choosing-product.ts";
import { customFields, longestSubject, spoken, ticketId } from "./inputs.ts";
import { organisationOf } from "./opening.ts";
import { mustSaySomething } from "./speaking.ts";

export const reviseDraft = action({
  name: "tickets.revise-draft",
  description: "Writes a draft anew, of which nobody else knows yet, and submits it if that is wanted.",
  input: z.object({
    ticketId,
    subject: words(longestSubject),
    text: spoken.text,
    attachments: spoken.attachments,
    priority: z.enum(priorities).optional(),
    ...productInput,
    customFields: customFields.default({}),
    submits: z.boolean().default(false),
  }),
  async run(tx, actor, { ticketId, submits, ...input }): Promise<Changed> {
    const ticket = await begin(tx, actor, "submit", { ticketId });
    const submitted = move(ticket, "submit");
    const { type } = ticket;
    if (submits) mustSaySomething(input);
    await replaceFirstWords(tx, ticketId, input);
    const { changed } = await commit(tx, actor, ticket, {
      event: submits ? ticketSubmitted() : draftRevised(),
      patch: {
        subject: input.subject,
        customFields: answersOfNew(actor, { type, given: input.customFields, isDemanded: submits }),
        ...(await productOfNew(tx, { type, given: input, isDemanded: submits })),
        ...(type.hasPriority && input.priority && { priority: input.priority }),
        ...(submits && {
          status: submitted,
          // He may have joined one since he began to write.
          organisationId: ticket.organisationId ?? (await organisationOf(tx, ticket.requesterId, undefined)),
        }),
      },
      marks: submits ? { submittedAt: now() } : {},
    });
    return changed;
  },
});
