import { createHash } from "node:crypto";
import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { clean } from "../../../platform/http/clean.ts";
import { notify } from "../../../platform/live.ts";
import { after, hours, now } from "../../../platform/time.ts";
import { incomingTopic } from "../events.ts";
import { fileLater } from "../file-later.ts";
import { onlySystem } from "./only-system.ts";
import { forgetKeyBefore, getIncomingIdByKey, insertIncoming } from "../store.ts";

/** Once this is committed the message is safe, and its sender may be told so. */
export const storeMail = action({
  name: "incoming-mail.store",
  description: "Keeps a message as it arrived, with the job that files it. The same one twice is kept once.",
  input: z.object({
    source: z.string(),
    envelopeFrom: z.string().transform(clean),
    envelopeTo: z.array(z.string().transform(clean)),
    raw: z.instanceof(Uint8Array),
  }),
  async run(tx, actor, mail) {
    onlySystem(actor);
    const messageId = messageIdIn(mail.raw) ?? null;
    const onceKey = [mail.source, messageId ?? "", createHash("sha256").update(mail.raw).digest("hex")].join(" ");
    const receivedAt = now();
    if (messageId === null && !isFetched(mail.source))
      await forgetKeyBefore(tx, onceKey, after(receivedAt, -longestRetry));
    const mailId = await insertIncoming(tx, { ...mail, onceKey, messageId, receivedAt });
    if (mailId === undefined) return { mailId: await getIncomingIdByKey(tx, onceKey), isNew: false };
    await fileLater(tx, mailId);
    await notify(tx, [incomingTopic]);
    return { mailId, isNew: true };
  },
});

/**
 * Devices write the same bytes again whenever the same thing happens, without Message-ID and date. For so long they count as sent
 * once, because whoever has not heard our answer comes again.
 */
const longestRetry = hours(1);

/** Mailboxes are looked through again now and then. */
const isFetched = (source: string): boolean => source.startsWith("imap ");

/** Without taking the message apart, which comes later and may go wrong. Headers end at the first empty line. */
const messageIdIn = (raw: Uint8Array): string | undefined => {
  const start = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, 256_000)).toString("latin1");
  const headers = /^([\s\S]*?)\r?\n\r?\n/.exec(start)?.[1] ?? start;
  return /(?:^|\n)message-id:\s*(<[!-;=?-~]{1,500}>)/i.exec(headers)?.[1];
};
