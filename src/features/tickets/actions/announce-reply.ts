import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { customerTopics } from "../events.ts";
import { isMessageForCustomers } from "../rules/sight.ts";
import { addWords } from "../store/search.ts";
import { findMessage } from "../store/messages.ts";
import { markPublic } from "../store/ticket-rows.ts";
import { lockTicket } from "../store/tickets.ts";

export const announceReply = action({
  name: "tickets.announce-reply",
  description: "An answer can no longer be taken back: customers find it from now on, and their open pages look again.",
  input: z.object({ messageId: id }),
  async run(tx, actor, { messageId }): Promise<void> {
    if (actor.kind !== "system") throw new Forbidden();
    const message = await findMessage(tx, messageId);
    if (!message || !isMessageForCustomers(message)) return;
    const { ticketId, text } = message;
    const ticket = await lockTicket(tx, actor, ticketId);
    await addWords(tx, { ticketId, text, isForCustomers: true });
    await markPublic(tx, ticketId);
    await notify(tx, [`ticket:${ticketId}`, ...customerTopics(ticket)]);
  },
});
