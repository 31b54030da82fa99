import type { Reader, Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";

export interface DoneStep {
  stage: string;
  step: string;
  doneBy: number | null;
  doneAt: Date;
}

/** What of the procedure's checklists is done. */
export const listDoneSteps = async (db: Reader, ticketId: number): Promise<DoneStep[]> => {
  const rows = await db
    .selectFrom("ticket_steps")
    .selectAll()
    .where("ticket_id", "=", ticketId)
    .orderBy("done_at")
    .execute();
  return rows.map((row) => ({ stage: row.stage, step: row.step, doneBy: row.done_by, doneAt: row.done_at }));
};

interface Ticked {
  ticketId: number;
  stage: string;
  step: string;
  doneBy: number | null;
  isDone: boolean;
}

/** False when it stood like that already. */
export const setStepDone = async (tx: Tx, { ticketId, stage, step, doneBy, isDone }: Ticked): Promise<boolean> => {
  if (isDone) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto("ticket_steps")
      .values({ ticket_id: ticketId, stage, step, done_by: doneBy, done_at: now() })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numDeletedRows } = await tx
    .deleteFrom("ticket_steps")
    .where("ticket_id", "=", ticketId)
    .where("stage", "=", stage)
    .where("step", "=", step)
    .executeTakeFirst();
  return numDeletedRows === 1n;
};
