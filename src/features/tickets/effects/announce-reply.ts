import { system } from "../../../platform/actor.ts";
import type { Effect } from "../../../platform/events.ts";
import { enqueue, job } from "../../../platform/jobs.ts";
import { notify } from "../../../platform/live.ts";
import { z } from "zod";
import { customerTopics } from "../events.ts";
import { findMessageOfEvent } from "../store/messages.ts";
import { getTicket } from "../store/tickets.ts";

/** When an answer can no longer be taken back customers see it, and their open pages look again. */
export const announceReplyJob = job({
  name: "tickets.announce-reply",
  payload: z.object({ ticketId: z.number() }),
  async run({ db }, { ticketId }) {
    const ticket = await getTicket(db, system("tickets"), ticketId);
    await notify(db, [`ticket:${ticketId}`, ...customerTopics(ticket)]);
  },
});

export const announceReply: Effect = {
  name: "tickets.announce-reply-later",
  async run({ db }, event) {
    const message = await findMessageOfEvent(db, event.id);
    if (!message?.heldUntil) return;
    const key = `announce ${event.id}`;
    await enqueue(db, announceReplyJob.name, { ticketId: message.ticketId }, { at: message.heldUntil, key });
  },
};
