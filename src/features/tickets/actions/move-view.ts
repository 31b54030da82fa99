import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { hasRole, isAgent } from "../../../platform/actor.ts";
import { Forbidden, NotFound } from "../../../platform/errors.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { viewSaved } from "../events.ts";
import { writeViewOrder } from "../store/view-order.ts";
import { listViews } from "../store/views.ts";

export const moveView = action({
  name: "tickets.move-view",
  description: "Moves a view up (-1) or down (1) among the shared ones, or among one’s own.",
  input: z.object({ viewId: id, by: z.coerce.number().int().min(-1).max(1) }),
  async run(tx, actor, { viewId, by }): Promise<void> {
    if (!isAgent(actor)) throw new Forbidden();
    const all = await listViews(tx, actor.personId);
    const view = all.find((each) => each.id === viewId);
    if (!view) throw new NotFound();
    const isShared = view.ownerId === null;
    if (isShared && !hasRole(actor, "moderator")) throw new Forbidden();
    const order = all.filter((each) => (each.ownerId === null) === isShared).map((each) => each.id);
    const at = order.indexOf(viewId);
    const to = Math.min(order.length - 1, Math.max(0, at + by));
    order.splice(to, 0, ...order.splice(at, 1));
    await writeViewOrder(tx, order);
    await record(tx, actor, viewSaved({ id: viewId, name: view.names.en, isShared }));
  },
});
