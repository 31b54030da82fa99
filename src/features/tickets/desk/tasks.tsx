import type { z } from "zod";
import type { Action } from "../../../platform/act.ts";
import { agents } from "../../../platform/http/access.ts";
import { get, page, post, redirectSaying, type Answer, type Ask } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { peopleByIds } from "../../people/index.ts";
import { addTask } from "../actions/add-task.ts";
import { changeTask } from "../actions/change-task.ts";
import { removeTask } from "../actions/remove-task.ts";
import { tickTask } from "../actions/tick-task.ts";
import { endsOf } from "../store/merges.ts";
import { listOpenTasks } from "../store/tasks.ts";
import { ticketsByIds } from "../store/tickets.ts";
import { TasksPage } from "../views/desk/tasks-page.tsx";
import { togetherPhrase, togetherWords } from "../words-together.ts";
import { agentOf, ticketBack, ticketOfAddress } from "./guard.ts";
import { ticketPage } from "./ticket.tsx";

interface Doing<S extends z.ZodType, O> {
  action: Action<S, O>;
  input: Record<string, unknown>;
  said: Phrase;
}

/** Runs what is done with a task; refused, its form stands on the ticket's page as it was sent. */
const run = async <S extends z.ZodType, O>(ask: Ask, { action, input, said }: Doing<S, O>): Promise<Answer> => {
  const ticket = await ticketOfAddress(ask);
  const back = ask.form.text("back");
  return submit(ask, {
    action,
    input,
    done: () =>
      redirectSaying(ask, /^\/desk\/tasks(\?|$)/.test(back) ? back : `${ticketBack(ask, ticket)}#tasks`, said),
    again: (state) =>
      ticketPage(ask, { refused: { kind: "other", form: ask.form.text("form"), state, isCollision: false } }),
  });
};

const factsIn = ({ form }: Ask) => ({
  title: form.text("title"),
  assigneeId: form.text("assigneeId"),
  dueOn: form.text("dueOn"),
});

const add = post("/desk/tickets/:number/tasks", agents, async (ask) => {
  const { id: ticketId } = await ticketOfAddress(ask);
  return run(ask, {
    action: addTask,
    input: { ticketId, ...factsIn(ask) },
    said: togetherPhrase("taskAdded"),
  });
});

const change = post("/desk/tickets/:number/tasks/:id", agents, (ask) =>
  run(ask, {
    action: changeTask,
    input: { taskId: ask.params["id"], ...factsIn(ask) },
    said: togetherPhrase("taskSaved"),
  }),
);

const tick = post("/desk/tickets/:number/tasks/:id/tick", agents, (ask) => {
  const isDone = ask.form.text("isDone");
  return run(ask, {
    action: tickTask,
    input: { taskId: ask.params["id"], isDone },
    said: togetherPhrase(isDone ? "taskDone" : "taskOpen"),
  });
});

const remove = post("/desk/tickets/:number/tasks/:id/remove", agents, (ask) =>
  run(ask, { action: removeTask, input: { taskId: ask.params["id"] }, said: togetherPhrase("taskRemoved") }),
);

const most = 200;

const list = get("/desk/tasks", agents, async (ask) => {
  const actor = agentOf(ask);
  const { db } = ask.context;
  const whose = ask.query.get("whose") === "all" ? "all" : "mine";
  const tasks = await listOpenTasks(db, { assigneeId: whose === "mine" ? actor.personId : undefined, limit: most });
  const ends = await endsOf(
    db,
    tasks.map(({ ticketId }) => ticketId),
  );
  const tickets = await ticketsByIds(db, actor, [...ends.keys(), ...ends.values()]);
  const people = await peopleByIds(
    db,
    tasks.flatMap(({ assigneeId }) => assigneeId ?? []),
  );
  const rows = tasks.flatMap((task) => {
    const own = tickets.get(task.ticketId);
    const shown = tickets.get(ends.get(task.ticketId) ?? 0);
    return own && shown ? [{ task, own, shown }] : [];
  });
  return page(togetherWords[actor.locale].tasks.pageTitle, <TasksPage rows={rows} whose={whose} people={people} />, {
    width: "read",
    section: "/desk/tasks",
    topics: ["queue"],
  });
});

export const taskRoutes = [list, add, change, tick, remove];
