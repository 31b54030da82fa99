import type { Reader, Tx } from "../../../platform/db/db.ts";
import { now } from "../../../platform/time.ts";
import type { Task } from "../rules/tasks.ts";

const columns = ["id", "ticket_id", "title", "assignee_id", "due_on", "added_at", "done_at", "done_by"] as const;
const selectTasks = (db: Reader) => db.selectFrom("ticket_tasks").select(columns);
type TaskRow = Awaited<ReturnType<ReturnType<typeof selectTasks>["executeTakeFirstOrThrow"]>>;

const taskOf = (row: TaskRow): Task => ({
  id: row.id,
  ticketId: row.ticket_id,
  title: row.title,
  assigneeId: row.assignee_id,
  dueOn: row.due_on,
  addedAt: row.added_at,
  doneAt: row.done_at,
  doneBy: row.done_by,
});

/** All tasks of these tickets, in the order they were added. */
export const listTasks = async (db: Reader, ticketIds: readonly number[]): Promise<Task[]> => {
  if (ticketIds.length === 0) return [];
  return (await selectTasks(db).where("ticket_id", "in", ticketIds).orderBy("id").execute()).map(taskOf);
};

export const findTask = async (db: Reader, id: number): Promise<Task | undefined> => {
  const row = await selectTasks(db).where("id", "=", id).executeTakeFirst();
  return row && taskOf(row);
};

interface Wanted {
  /** Undefined: everybody's, also those that are nobody's. */
  assigneeId: number | undefined;
  limit: number;
}

/** What is still to do, the most urgent first; without a day at the end. */
export const listOpenTasks = async (db: Reader, { assigneeId, limit }: Wanted): Promise<Task[]> => {
  const rows = await selectTasks(db)
    .where("done_at", "is", null)
    .$if(assigneeId !== undefined, (query) => query.where("assignee_id", "=", assigneeId ?? 0))
    .orderBy("due_on", (order) => order.asc().nullsLast())
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(taskOf);
};

export const countOpenTasks = async (db: Reader, assigneeId: number): Promise<number> => {
  const { count } = await db
    .selectFrom("ticket_tasks")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("done_at", "is", null)
    .where("assignee_id", "=", assigneeId)
    .executeTakeFirstOrThrow();
  return count;
};

export const insertTask = async (
  tx: Tx,
  task: Pick<Task, "ticketId" | "title" | "assigneeId" | "dueOn"> & { addedBy: number | null },
): Promise<number> => {
  const { id } = await tx
    .insertInto("ticket_tasks")
    .values({
      ticket_id: task.ticketId,
      title: task.title,
      assignee_id: task.assigneeId,
      due_on: task.dueOn,
      added_at: now(),
      added_by: task.addedBy,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
};

export const updateTask = async (
  tx: Tx,
  id: number,
  { title, assigneeId, dueOn }: Pick<Task, "title" | "assigneeId" | "dueOn">,
): Promise<void> => {
  await tx
    .updateTable("ticket_tasks")
    .set({ title, assignee_id: assigneeId, due_on: dueOn })
    .where("id", "=", id)
    .execute();
};

/** Done, and by whom; or to be done again. */
export const setTaskDone = async (
  tx: Tx,
  id: number,
  { isDone, by }: { isDone: boolean; by: number | null },
): Promise<void> => {
  await tx
    .updateTable("ticket_tasks")
    .set(isDone ? { done_at: now(), done_by: by } : { done_at: null, done_by: null })
    .where("id", "=", id)
    .execute();
};

export const deleteTask = async (tx: Tx, id: number): Promise<void> => {
  await tx.deleteFrom("ticket_tasks").where("id", "=", id).execute();
};
