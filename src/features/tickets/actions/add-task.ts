import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { personIdOf } from "../../../platform/actor.ts";
import { taskAdded } from "../events-together.ts";
import { move } from "../rules/status.ts";
import { insertTask } from "../store/tasks.ts";
import { begin, commit, type Changed } from "./changing.ts";
import { ticketId } from "./inputs.ts";
import { assigneeAmong, taskFacts } from "./tasks.ts";

export const addTask = action({
  name: "tickets.add-task",
  description: "Notes something that has to be done for the ticket, for the desk only.",
  input: z.object({ ticketId, ...taskFacts }),
  async run(tx, actor, { ticketId, title, assigneeId, dueOn = null }): Promise<Changed & { taskId: number }> {
    const ticket = await begin(tx, actor, "changeTasks", { ticketId });
    move(ticket, "changeTasks");
    const taskId = await insertTask(tx, {
      ticketId,
      title,
      assigneeId: await assigneeAmong(tx, assigneeId),
      dueOn,
      addedBy: personIdOf(actor),
    });
    const { changed } = await commit(tx, actor, ticket, { event: taskAdded({ taskId, title }) });
    return { ...changed, taskId };
  },
});
