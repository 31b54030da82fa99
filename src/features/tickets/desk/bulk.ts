import { z } from "zod";
import { act } from "../../../platform/act.ts";
import { Conflict } from "../../../platform/errors.ts";
import { agents } from "../../../platform/http/access.ts";
import { post, redirect, redirectSaying, type Ask } from "../../../platform/http/route.ts";
import { onceField } from "../../../platform/http/submit.ts";
import type { Phrase } from "../../../platform/i18n/index.ts";
import { triageTicket } from "../actions/triage-ticket.ts";
import { undoSeconds } from "../events-undo.ts";
import { ticketsByIds } from "../store/tickets.ts";
import type { RefusedTicket } from "../views/desk/queue-view.ts";
import { deskPhrase } from "../words-desk.ts";
import { toBulkMerge } from "./bulk-merge.tsx";
import { agentOf, queueBack } from "./guard.ts";
import { movedBy } from "./moved-by.ts";
import { queuePage } from "./queue.tsx";
import { reasonOf } from "./reason-of.ts";
import { undoOfAll } from "./take-back.ts";

const most = 200;
const chosenIds = z.array(z.coerce.number().int().positive()).max(most);

/** The same change to every ticked ticket, each on its own: what cannot be done is told, the rest is done. */
export const bulkRoute = post("/desk/bulk", agents, async (ask) => {
  const list = ask.form.text("list");
  const say = (phrase: Phrase) => redirectSaying(ask, queueBack(ask), phrase, "danger");
  const ids = chosenIds.safeParse(ask.form.all("tickets"));
  if (ask.form.text("do") === "merge") return toBulkMerge(ask, ids.data ?? []);
  const change = changeOf(ask);
  if (!ids.success || ids.data.length === 0) return say(deskPhrase("noTickets"));
  if (Object.keys(change).length === 0) return say(deskPhrase("nothingToDo"));
  const once = ask.form.text(onceField);
  const { done, refused } = await changeEach(ask, ids.data, { change, once });
  const changed = done.length;
  const undo = once && changed > 0 ? undoOfAll(ask, done, once) : undefined;
  if (refused.length === 0) {
    const text = deskPhrase("bulkDone", { changed }).say(ask.actor.locale);
    return redirect(queueBack(ask), { text, tone: "success", ...(undo && { undo }) });
  }
  const report = { changed, refused, undo };
  return { ...(await queuePage(ask, { query: new URLSearchParams(list), report })), status: 409 };
});

const changeOf = (ask: Ask): Record<string, unknown> => {
  const { form } = ask;
  if (form.text("do") === "take") return { assigneeId: agentOf(ask).personId };
  const chosen = { assigneeId: form.text("assignee"), status: form.text("status"), priority: form.text("priority") };
  return Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== ""));
};

const changeEach = async (
  ask: Ask,
  ids: readonly number[],
  { change, once }: { change: object; once: string },
): Promise<{ done: number[]; refused: RefusedTicket[] }> => {
  const { db } = ask.context;
  const tickets = await ticketsByIds(db, ask.actor, ids);
  const done: number[] = [];
  const refused: RefusedTicket[] = [];
  for (const id of ids) {
    try {
      const input = { ...change, ticketId: id, holdSeconds: undoSeconds };
      await act(db, ask.actor, triageTicket, input, once ? { once: `${once} ${id}` } : {});
      done.push(id);
    } catch (error) {
      const ticket = tickets.get(id);
      const { number, subject = "" } = ticket ?? {};
      const who = ticket && error instanceof Conflict ? await movedBy(db, ticket, ask.actor.locale) : undefined;
      refused.push({ number, subject, reason: reasonOf(error, agentOf(ask)), movedBy: who });
    }
  }
  return { done, refused };
};
