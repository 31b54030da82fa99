import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole, isAgent } from "../../../platform/actor.ts";
import { Forbidden, NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { viewDeleted } from "../events.ts";
import { deleteViewRow, findView } from "../store/views.ts";

export const deleteView = action({
  name: "tickets.delete-view",
  description: "Takes a view away; the tickets in it stay.",
  input: z.object({ viewId: id }),
  async run(tx, actor, { viewId }): Promise<void> {
    const view = await findView(tx, viewId);
    if (!isAgent(actor) || !view || (view.ownerId !== null && view.ownerId !== actor.personId)) throw new NotFound();
    if (view.ownerId === null && !hasRole(actor, "moderator")) throw new Forbidden();
    await deleteViewRow(tx, viewId);
    await record(tx, actor, viewDeleted({ id: viewId, name: view.names.en }));
  },
});
