import type { Tx } from "../../../platform/db/db.ts";
import { cancelMails, mailStatesByEvent } from "../../outgoing-mail/index.ts";

const unsent: ReadonlySet<string> = new Set(["queued", "cancelled", "failed"]);

/** Keeps back what has not left yet about the event. Returns who has got a mail about it already. */
export const withdrawMails = async (tx: Tx, { id }: { id: number }): Promise<string[]> => {
  await cancelMails(tx, id);
  const deliveries = (await mailStatesByEvent(tx, [id])).get(id) ?? [];
  return deliveries.filter(({ state }) => !unsent.has(state)).map(({ to }) => to.name);
};
