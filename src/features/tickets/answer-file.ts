import type { Actor } from "../../platform/actor.ts";
import type { Reader } from "../../platform/db/db.ts";
import { NotFound } from "../../platform/errors.ts";
import type { Answer, Ask } from "../../platform/http/route.ts";
import { isShownInPlace, safeType } from "./rules/file-types.ts";
import { can } from "./rules/policy.ts";
import { isMessageForCustomers, type Message } from "./rules/sight.ts";
import type { Ticket } from "./rules/ticket.ts";
import { findAttachment } from "./store/messages.ts";
import { listReadMerged } from "./store/timeline.ts";
import { getTicketByNumber } from "./store/tickets.ts";

/**
 * Gives out the file `:id` of the ticket `:number`, under whichever surface's address. Whoever may not see the ticket,
 * or not the message that the file hangs on, learns nothing: not even that the file exists.
 */
export const answerFile = async ({ context, actor, params }: Ask): Promise<Answer> => {
  const ticket = await getTicketByNumber(context.db, actor, Number(params["number"]));
  const id = Number(params["id"]);
  const found = Number.isSafeInteger(id) ? await findAttachment(context.db, id) : undefined;
  if (!found || !(await isReadIn(context.db, actor, { ticket, ticketId: found.attachment.ticketId })))
    throw new NotFound();
  const { attachment, message } = found;
  if (!isReadBy(actor, { ticket, message })) throw new NotFound();
  if (!(await context.files.has(attachment.file))) throw new NotFound();
  return {
    kind: "file",
    content: context.files.read(attachment.file),
    type: safeType(attachment.type),
    name: attachment.name,
    size: attachment.size,
    inline: isShownInPlace(attachment.type),
  };
};

/** Whether these words of the ticket are for the reader. */
export const isReadBy = (actor: Actor, { ticket, message }: { ticket: Ticket; message: Message }): boolean =>
  isMessageForCustomers(message) || can(actor, "readInternals", ticket);

/** Whether the words of that ticket are this one's, or are read in it because it was merged. */
export const isReadIn = async (
  db: Reader,
  actor: Actor,
  { ticket, ticketId }: { ticket: Ticket; ticketId: number },
): Promise<boolean> =>
  ticketId === ticket.id || (await listReadMerged(db, actor, ticket)).some(({ id }) => id === ticketId);
