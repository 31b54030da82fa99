import type { Tx } from "../../platform/db/db.ts";
import { notify } from "../../platform/live.ts";
import { now } from "../../platform/time.ts";
import { topicsOf } from "./events.ts";
import { listMailsOfEvent, lockEvent, moveMail, withdrawEvent } from "./store/outbox.ts";

/**
 * Takes an event's mails back, in the transaction that undoes the event: what is still queued is not sent, nor is
 * anything that is queued for the event later. `alreadySent` counts those that have left, or are leaving just now.
 */
export const cancelMails = async (tx: Tx, eventId: number): Promise<{ cancelled: number; alreadySent: number }> => {
  await lockEvent(tx, eventId);
  await withdrawEvent(tx, eventId, now());
  let cancelled = 0;
  let alreadySent = 0;
  for (const { id, state } of await listMailsOfEvent(tx, eventId)) {
    if (state === "sent" || state === "sending" || state === "bounced") alreadySent++;
    const moved = await moveMail(tx, id, { from: ["queued"], state: "cancelled" });
    if (!moved) continue;
    cancelled++;
    await notify(tx, topicsOf(moved));
  }
  return { cancelled, alreadySent };
};
