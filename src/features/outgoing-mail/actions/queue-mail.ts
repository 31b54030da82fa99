import { z } from "zod";
import { action } from "../../../platform/act.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { locales } from "../../../platform/i18n/index.ts";
import { address, id } from "../../../platform/input.ts";
import { notify } from "../../../platform/live.ts";
import { after, hours, now } from "../../../platform/time.ts";
import { topicsOf } from "../events.ts";
import { line, mailAttachment, type OutgoingMail, type WithheldBecause } from "../mail.ts";
import type { Limit } from "../rules/limits.ts";
import { sendLater } from "../send-later.ts";
import { chainOf } from "../rules/chain.ts";
import {
  countAlike,
  findPrevious,
  getMailIdByKey,
  insertMail,
  isEventWithdrawn,
  keepSubject,
  lockEvent,
} from "../store/outbox.ts";
import { isUndeliverable } from "../store/undeliverable.ts";

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
    also: z.array(z.object({ id, eventId: id })),
    replyTo: z.string().nullable(),
    subject: line,
    inThread: z.boolean(),
    isChained: z.boolean(),
    text: z.string(),
    html: z.string(),
    messageId: z.string(),
    inReplyTo: z.string().nullable(),
    references: z.array(z.string()),
    automatic: z.boolean(),
    headers: z.record(z.string().regex(/^X-Tresen-[A-Za-z-]{1,40}$/), z.string().regex(/^[\x20-\x7e]{1,300}$/)),
    attachments: z.array(mailAttachment),
    unsubscribeUrl: z.url().nullable(),
    limits: z.array(z.object({ of: z.enum(["template", "about", "address"]), most: z.number(), hours: z.number() })),
    sendAfter: z.date().nullable(),
    expiresAt: z.date().nullable(),
  }),
  async run(tx, _actor, { sendAfter, limits, inThread, isChained, ...mail }) {
    const createdAt = now();
    const sendAt = sendAfter ?? createdAt;
    const withheldBecause = await reasonToWithhold(tx, { ...mail, limits });
    const isWanted = !(await isWithdrawn(tx, mail.eventId));
    const state = !isWanted ? "cancelled" : withheldBecause ? "withheld" : "queued";
    const thread = { ...mail, subject: inThread ? await keepSubject(tx, mail) : mail.subject };
    const mailId = await insertMail(tx, {
      ...thread,
      ...(inThread && isChained && chainOf(mail, await findPrevious(tx, thread))),
      state,
      withheldBecause: state === "withheld" ? withheldBecause : null,
      createdAt,
      nextAttemptAt: state === "queued" ? sendAt : null,
    });
    if (mailId === undefined) return { mailId: await getMailIdByKey(tx, mail.onceKey ?? "") };
    if (state === "queued") await sendLater(tx, mailId, sendAt);
    await notify(tx, topicsOf(mail));
    return { mailId };
  },
});

const isWithdrawn = async (tx: Tx, eventId: number | null): Promise<boolean> => {
  if (eventId === null) return false;
  await lockEvent(tx, eventId);
  return isEventWithdrawn(tx, eventId);
};

type Counted = Pick<OutgoingMail, "template" | "to" | "about"> & { limits: readonly Limit[] };

const reasonToWithhold = async (tx: Tx, { limits, ...mail }: Counted): Promise<WithheldBecause | null> => {
  if (await isUndeliverable(tx, mail.to.address)) return "undeliverable";
  for (const { of, most, hours: span } of limits) {
    if (of === "about" && mail.about === null) continue;
    if ((await countAlike(tx, mail, { of, since: after(now(), -hours(span)) })) >= most) return "too-many";
  }
  return null;
};
