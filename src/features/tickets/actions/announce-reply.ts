import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { customerTopics } from "../events.ts";
import { isMessageForCustomers } from "../rules/sight.ts";
import { chainOf, listMerged } from "../store/merges.ts";
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
    // Where it was merged meanwhile, its words are read in the other as well.
    const chain = await chainOf(tx, ticketId);
    const isApart = (await listMerged(tx, chain.at(-1) ?? ticketId)).find(({ id }) => id === ticketId)?.isApart ?? true;
    if (!isApart) for (const id of chain) await addWords(tx, { ticketId: id, text, isForCustomers: true });
    await notify(
      tx,
      [ticketId, ...chain].map((id) => `ticket:${id}`),
    );
    await notify(tx, customerTopics(ticket));
  },
});
