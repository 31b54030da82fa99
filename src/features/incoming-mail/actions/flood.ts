import type { Tx } from "../../../platform/db/db.ts";
import { after, hours, now } from "../../../platform/time.ts";
import type { Place } from "../rules/thread.ts";
import { countFrom } from "../store.ts";

/** More from one address within an hour is a program gone wrong, or a loop that hides well. */
const mostPerHour = 600;
/** Nobody answers one ticket so often. */
const mostPerTicket = 60;

/** Whether the message is one of too many. It is kept, and can be filed by hand. */
export const isFlood = async (tx: Tx, from: string, place: Place): Promise<boolean> => {
  const since = after(now(), -hours(1));
  if ((await countFrom(tx, from, { since })) >= mostPerHour) return true;
  return place.kind === "reply" && (await countFrom(tx, from, { since, ticketId: place.ticketId })) >= mostPerTicket;
};
