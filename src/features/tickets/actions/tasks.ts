import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { z } from "zod";
import { NotFound } from "../../../platform/errors.ts";
import { id, words } from "../../../platform/input.ts";
import { move } from "../rules/status.ts";
import type { Ticket } from "../rules/ticket.ts";
import type { Task } from "../rules/tasks.ts";
import { findTask } from "../store/tasks.ts";
import { begin } from "./changing.ts";
import { agentsAmong } from "./desk-choices.ts";

const none = (value: unknown): unknown => (value === "" ? undefined : value);

/** What a task is made of; empty fields mean "nobody" and "no day". */
export const taskFacts = {
  title: words(250),
  assigneeId: z.preprocess(none, id.optional()),
  dueOn: z.preprocess(none, z.iso.date().optional()),
};

export const assigneeAmong = async (tx: Tx, personId: number | undefined): Promise<number | null> =>
  personId === undefined ? null : ((await agentsAmong(tx, [personId]))[0] ?? null);

/** The task and its ticket, locked. */
export const beginTask = async (tx: Tx, actor: Actor, taskId: number): Promise<{ task: Task; ticket: Ticket }> => {
  const found = await findTask(tx, taskId);
  if (!found) throw new NotFound();
  const ticket = await begin(tx, actor, "changeTasks", { ticketId: found.ticketId });
  move(ticket, "changeTasks");
  // Somebody may have taken it away while we waited.
  const task = await findTask(tx, taskId);
  if (!task) throw new NotFound();
  return { task, ticket };
};
