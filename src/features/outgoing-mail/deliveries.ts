import type { Reader } from "../../platform/db/db.ts";
import { listDeliveries, type Delivery } from "./store/mails.ts";

/** For each of these events how far its mails are, in the order they were queued; events without mail are missing. */
export const mailStatesByEvent = async (
  db: Reader,
  eventIds: readonly number[],
): Promise<Map<number, readonly Delivery[]>> =>
  Map.groupBy(await listDeliveries(db, eventIds), ({ eventId }) => eventId);
