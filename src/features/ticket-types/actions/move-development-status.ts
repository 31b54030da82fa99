import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { developmentStatusMoved } from "../events.ts";
import { moves } from "../input.ts";
import { movedIn } from "../rules/types-settings.ts";
import { lockDevelopmentStatuses, orderDevelopmentStatuses } from "../store/development-statuses.ts";
import { mustAdminister, partOf } from "./guards.ts";

export const moveDevelopmentStatus = action({
  name: "ticket-types.move-development-status",
  description: "Moves a development status up or down in the list.",
  input: z.object({ id, to: moves }),
  async run(tx, actor, { id: statusId, to }) {
    mustAdminister(actor);
    const statuses = await lockDevelopmentStatuses(tx);
    const status = partOf(statuses, statusId);
    await orderDevelopmentStatuses(
      tx,
      movedIn(
        statuses.map((each) => each.id),
        { id: status.id, to },
      ),
    );
    await record(tx, actor, developmentStatusMoved(status.id, { name: status.names, to }));
  },
});
