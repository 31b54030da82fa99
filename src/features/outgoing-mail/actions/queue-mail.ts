import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { locales } from "../../../platform/i18n/index.ts";
import { address, id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { now } from "../../../platform/time.ts";
import { topicsOf } from "../events.ts";
import { line, mailAttachment } from "../mail.ts";
import { sendLater } from "../send-later.ts";
import { getMailIdByKey, insertMail, isEventWithdrawn, lockEvent } from "../store/outbox.ts";

export const queueOutgoingMail = action({
  name: "outgoing-mail.queue",
  description: "Writes a mail into the outbox, with the job that sends it.",
  input: z.object({
    template: z.string(),
    onceKey: z.string().nullable(),
    to: z.object({ personId: id.nullable(), name: line, address }),
    from: z.object({ name: line, address }),
    locale: z.enum(locales),
    about: z.object({ kind: z.string(), id }).nullable(),
    eventId: id.nullable(),
    replyTo: z.string().nullable(),
    subject: line,
    text: z.string(),
    html: z.string(),
    messageId: z.string(),
    inReplyTo: z.string().nullable(),
    references: z.array(z.string()),
    automatic: z.boolean(),
    attachments: z.array(mailAttachment),
    sendAfter: z.date().nullable(),
    expiresAt: z.date().nullable(),
  }),
  async run(tx, _actor, { sendAfter, ...mail }) {
    const createdAt = now();
    const sendAt = sendAfter ?? createdAt;
    if (mail.eventId !== null) await lockEvent(tx, mail.eventId);
    const isWithdrawn = mail.eventId !== null && (await isEventWithdrawn(tx, mail.eventId));
    const mailId = await insertMail(tx, {
      ...mail,
      state: isWithdrawn ? "cancelled" : "queued",
      createdAt,
      nextAttemptAt: isWithdrawn ? null : sendAt,
    });
    if (mailId === undefined) return { mailId: await getMailIdByKey(tx, mail.onceKey ?? "") };
    if (!isWithdrawn) await sendLater(tx, mailId, sendAt);
    await notify(tx, topicsOf(mail));
    return { mailId };
  },
});
