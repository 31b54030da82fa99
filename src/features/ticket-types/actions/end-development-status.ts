import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { developmentStatusEnded } from "../events.ts";
import { lockDevelopmentStatuses, retireDevelopmentStatus } from "../store/development-statuses.ts";
import { mustAdminister, partOf } from "./guards.ts";

export const endDevelopmentStatus = action({
  name: "ticket-types.end-development-status",
  description: "Retires a development status, so that it can no longer be chosen, or brings it back.",
  input: z.object({ id, to: z.enum(["retire", "restore"]) }),
  async run(tx, actor, { id: statusId, to }) {
    mustAdminister(actor);
    const status = partOf(await lockDevelopmentStatuses(tx), statusId);
    const isRetired = to === "retire";
    if (status.isRetired === isRetired) return;
    await retireDevelopmentStatus(tx, status.id, isRetired);
    await record(tx, actor, developmentStatusEnded(status.id, { name: status.names, isRetired }));
  },
});
