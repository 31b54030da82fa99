import type { Reader, Tx } from "../../../platform/db/db.ts";
import { priorities, type Names, type Priority } from "../rules/type.ts";

/** When to choose which priority. */
export type PriorityCriteria = Readonly<Record<Priority, Names>>;

export const listPriorityCriteria = async (db: Reader): Promise<PriorityCriteria> => {
  const rows = await db.selectFrom("ticket_priorities").selectAll().execute();
  return Object.fromEntries(
    priorities.map((priority) => {
      const row = rows.find((each) => each.priority === priority);
      return [priority, { en: row?.criteria_en ?? "", de: row?.criteria_de ?? "" }];
    }),
  ) as Record<Priority, Names>;
};

export const lockPriorityCriteria = async (tx: Tx): Promise<PriorityCriteria> => {
  await tx.selectFrom("ticket_priorities").select("priority").orderBy("priority").forUpdate().execute();
  return listPriorityCriteria(tx);
};

export const updatePriorityCriteria = async (tx: Tx, priority: Priority, { en, de }: Names): Promise<void> => {
  await tx
    .updateTable("ticket_priorities")
    .set({ criteria_en: en, criteria_de: de })
    .where("priority", "=", priority)
    .execute();
};
