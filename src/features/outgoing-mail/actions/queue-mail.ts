import { z } from "zod";
import { action } from "../../../platform/act.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { locales } from "../../../platform/i18n/index.ts";
import { address, id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { after, hours, now } from "../../../platform/time.ts";
import { topicsOf } from "../events.ts";
import { line, mailAttachment } from "../mail.ts";
import { sendLater } from "../send-later.ts";
import { countMailsTo, getMailIdByKey, insertMail, isEventWithdrawn, keepSubject, lockEvent } from "../store/outbox.ts";

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
    inThread: z.boolean(),
    text: z.string(),
    html: z.string(),
    messageId: z.string(),
    inReplyTo: z.string().nullable(),
    references: z.array(z.string()),
    automatic: z.boolean(),
    attachments: z.array(mailAttachment),
    mostPerHour: z.number().nullable(),
    sendAfter: z.date().nullable(),
    expiresAt: z.date().nullable(),
  }),
  async run(tx, _actor, { sendAfter, mostPerHour, inThread, ...mail }) {
    const createdAt = now();
    const sendAt = sendAfter ?? createdAt;
    const isWanted = !(await isWithdrawn(tx, mail.eventId)) && !(await isTooMany(tx, { ...mail, mostPerHour }));
    const mailId = await insertMail(tx, {
      ...mail,
      subject: inThread ? await keepSubject(tx, mail) : mail.subject,
      state: isWanted ? "queued" : "cancelled",
      createdAt,
      nextAttemptAt: isWanted ? sendAt : null,
    });
    if (mailId === undefined) return { mailId: await getMailIdByKey(tx, mail.onceKey ?? "") };
    if (isWanted) await sendLater(tx, mailId, sendAt);
    await notify(tx, topicsOf(mail));
    return { mailId };
  },
});

const isWithdrawn = async (tx: Tx, eventId: number | null): Promise<boolean> => {
  if (eventId === null) return false;
  await lockEvent(tx, eventId);
  return isEventWithdrawn(tx, eventId);
};

interface Repeated {
  template: string;
  to: { address: string };
  mostPerHour: number | null;
}

const isTooMany = async (tx: Tx, { template, to, mostPerHour }: Repeated): Promise<boolean> =>
  mostPerHour !== null &&
  (await countMailsTo(tx, { address: to.address, template, since: after(now(), -hours(1)) })) >= mostPerHour;
