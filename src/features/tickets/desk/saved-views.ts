import { act } from "../../../platform/act.ts";
import { NotFound } from "../../../platform/errors.ts";
import { agents } from "../../../platform/http/access.ts";
import { post, redirect, redirectSaying, type Answer, type Ask, type Route } from "../../../platform/http/route.ts";
import { submit } from "../../../platform/http/submit.ts";
import { deleteView } from "../actions/delete-view.ts";
import { moveView } from "../actions/move-view.ts";
import { saveView } from "../actions/save-view.ts";
import { findView } from "../store/views.ts";
import { deskPhrase } from "../words-desk.ts";
import { agentOf } from "./guard.ts";
import { queuePage } from "./queue.tsx";

const save = post("/desk/views", agents, (ask): Promise<Answer> => {
  const { form } = ask;
  return submit(ask, {
    action: saveView,
    input: { ...form.values(), columns: form.text("columns").split(",").filter(Boolean) },
    done: ({ id }) =>
      redirectSaying(ask, `/desk?view=${id}`, deskPhrase("viewSaved", { name: form.text("name").trim() })),
    again: (state) =>
      queuePage(ask, { query: new URLSearchParams(form.text("query") || "status=all"), refusedView: state }),
  });
});

const viewIdOf = ({ params }: Ask): number => {
  const id = Number(params["id"]);
  if (!Number.isSafeInteger(id)) throw new NotFound();
  return id;
};

const remove = post("/desk/views/:id/delete", agents, async (ask) => {
  const viewId = viewIdOf(ask);
  const view = await findView(ask.context.db, viewId);
  await act(ask.context.db, ask.actor, deleteView, { viewId });
  return redirectSaying(ask, "/desk", deskPhrase("viewDeleted", { name: view?.names[agentOf(ask).locale] ?? "" }));
});

const move = post("/desk/views/:id/move", agents, async (ask) => {
  const viewId = viewIdOf(ask);
  await act(ask.context.db, ask.actor, moveView, { viewId, by: ask.form.text("by") });
  return redirect(`/desk?view=${viewId}`);
});

export const viewRoutes: readonly Route[] = [save, remove, move];
