import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { ended } from "../events.ts";
import { ticketTypeId } from "../input.ts";
import { retireStage } from "../store/form-rows.ts";
import { lockTicketType } from "../store/types.ts";
import { mustAdminister, partOf } from "./guards.ts";

export const endStage = action({
  name: "ticket-types.end-stage",
  description: "Retires a stage of a type’s procedure or brings it back. Tickets that are in it go on from there.",
  input: z.object({ ticketTypeId, stageId: id, to: z.enum(["retire", "restore"]) }),
  async run(tx, actor, { ticketTypeId, stageId, to }) {
    mustAdminister(actor);
    const { stages, names: of } = await lockTicketType(tx, ticketTypeId);
    const stage = partOf(stages, stageId);
    const isRetired = to === "retire";
    if (stage.isRetired === isRetired) return;
    await retireStage(tx, stage.id, isRetired);
    await record(tx, actor, ended("stage-", { typeId: ticketTypeId, name: stage.names, of }, isRetired));
  },
});
