import type { Tx } from "../../../platform/db/db.ts";

/** Puts the views into this order, in front of all that are not named. */
export const writeViewOrder = async (tx: Tx, viewIds: readonly number[]): Promise<void> => {
  for (const [position, id] of viewIds.entries())
    await tx
      .updateTable("ticket_views")
      .set({ position: position + 1 })
      .where("id", "=", id)
      .execute();
};
