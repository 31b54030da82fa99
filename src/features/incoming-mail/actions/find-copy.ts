import { createHash } from "node:crypto";
import type { Tx } from "../../../platform/db/db.ts";
import { parseMail } from "../../../platform/mail/parse.ts";
import { getRaw, listFiledTwins } from "../store.ts";

/**
 * The ticket that has this very message already: a mail to two of our addresses comes twice, each time with other
 * headers of its way. Other words under the same Message-ID are another message; some programs use one again.
 */
export const findCopy = async (tx: Tx, mailId: number): Promise<{ ticketId: number } | undefined> => {
  const twins = await listFiledTwins(tx, mailId);
  if (twins.length === 0) return undefined;
  const own = await contentOf(tx, mailId);
  for (const { id, ticketId } of twins) if ((await contentOf(tx, id)) === own) return { ticketId };
  return undefined;
};

/** What its writer sent, whichever way it went and however it was wrapped for that. */
const contentOf = async (tx: Tx, id: number): Promise<string> => {
  const { from, subject, date, text, html = "", attachments } = await parseMail(await getRaw(tx, id));
  const hash = createHash("sha256");
  const senders = from.map(({ address }) => address.toLowerCase());
  hash.update(JSON.stringify([senders, subject, date?.getTime(), text.trim(), html.trim()]));
  for (const { name, read } of attachments) hash.update(JSON.stringify(name)).update(read());
  return hash.digest("hex");
};
