import { z } from "zod";
import { act } from "../../../platform/act.ts";
import { system } from "../../../platform/actor.ts";
import type { Effect } from "../../../platform/events.ts";
import { enqueue, job } from "../../../platform/jobs.ts";
import { announceReply } from "../actions/announce-reply.ts";
import { findMessageOfEvent } from "../store/messages.ts";

export const announceReplyJob = job({
  name: "tickets.announce-reply",
  payload: z.object({ messageId: z.number() }),
  async run({ db }, payload) {
    await act(db, system("tickets"), announceReply, payload);
  },
});

export const announceReplyLater: Effect = {
  name: "tickets.announce-reply-later",
  async run({ db }, event) {
    const message = await findMessageOfEvent(db, event.id);
    if (!message?.heldUntil) return;
    const key = `announce ${event.id}`;
    await enqueue(db, announceReplyJob.name, { messageId: message.id }, { at: message.heldUntil, key });
  },
};
