import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf } from "../../../platform/actor.ts";
import { checkbox, id } from "../../../platform/input.ts";
import { taskDone, taskReopened } from "../events-together.ts";
import { setTaskDone } from "../store/tasks.ts";
import { commit, type Changed } from "./changing.ts";
import { beginTask } from "./tasks.ts";

export const tickTask = action({
  name: "tickets.tick-task",
  description: "Says that a task is done, or that it is to be done again.",
  input: z.object({ taskId: id, isDone: checkbox }),
  async run(tx, actor, { taskId, isDone }): Promise<Changed | undefined> {
    const { task, ticket } = await beginTask(tx, actor, taskId);
    if (isDone === (task.doneAt !== null)) return undefined;
    await setTaskDone(tx, taskId, { isDone, by: personIdOf(actor) });
    const said = { taskId, title: task.title };
    return (await commit(tx, actor, ticket, { event: isDone ? taskDone(said) : taskReopened(said) })).changed;
  },
});
