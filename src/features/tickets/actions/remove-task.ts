import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { taskRemoved } from "../events-together.ts";
import { deleteTask } from "../store/tasks.ts";
import { commit, type Changed } from "./changing.ts";
import { beginTask } from "./tasks.ts";

export const removeTask = action({
  name: "tickets.remove-task",
  description: "Takes a task away; the history keeps that it was there.",
  input: z.object({ taskId: id }),
  async run(tx, actor, { taskId }): Promise<Changed> {
    const { task, ticket } = await beginTask(tx, actor, taskId);
    await deleteTask(tx, taskId);
    return (await commit(tx, actor, ticket, { event: taskRemoved({ taskId, title: task.title }) })).changed;
  },
});
