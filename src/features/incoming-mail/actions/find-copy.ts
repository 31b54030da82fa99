import type { Tx } from "../../../platform/db/db.ts";
import { mailFingerprint } from "../reading.ts";
import { getRaw, listFiledTwins } from "../store.ts";

/**
 * The ticket that has this very message already: a mail to two of our addresses comes twice, each time with other
 * headers of its way. Other words under the same Message-ID are another message; some programs use one again.
 */
export const findCopy = async (tx: Tx, mailId: number): Promise<{ ticketId: number } | undefined> => {
  const twins = await listFiledTwins(tx, mailId);
  if (twins.length === 0) return undefined;
  const own = await fingerprintOf(tx, mailId);
  if (own === undefined) return undefined;
  for (const { id, ticketId } of twins) if ((await fingerprintOf(tx, id)) === own) return { ticketId };
  return undefined;
};

const fingerprintOf = async (tx: Tx, id: number): Promise<string | undefined> => mailFingerprint(await getRaw(tx, id));
