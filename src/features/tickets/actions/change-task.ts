import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { id } from "../../../platform/input.ts";
import { taskChanged } from "../events-together.ts";
import { updateTask } from "../store/tasks.ts";
import { commit, type Changed } from "./changing.ts";
import { assigneeAmong, beginTask, taskFacts } from "./tasks.ts";

export const changeTask = action({
  name: "tickets.change-task",
  description: "Says anew what a task is, who does it and until when.",
  input: z.object({ taskId: id, ...taskFacts }),
  async run(tx, actor, { taskId, title, assigneeId, dueOn = null }): Promise<Changed | undefined> {
    const { task, ticket } = await beginTask(tx, actor, taskId);
    // Somebody who has left the desk may stay with what he has.
    const chosen =
      assigneeId === (task.assigneeId ?? undefined) ? task.assigneeId : await assigneeAmong(tx, assigneeId);
    if (task.title === title && task.assigneeId === chosen && task.dueOn === dueOn) return undefined;
    await updateTask(tx, taskId, { title, assigneeId: chosen, dueOn });
    return (await commit(tx, actor, ticket, { event: taskChanged({ taskId, title }) })).changed;
  },
});
