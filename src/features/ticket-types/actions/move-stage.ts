import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { moved } from "../events.ts";
import { moves, ticketTypeId } from "../input.ts";
import { movedIn } from "../rules/types-settings.ts";
import { orderStages } from "../store/form-rows.ts";
import { lockTicketType } from "../store/types.ts";
import { mustAdminister, partOf } from "./guards.ts";

export const moveStage = action({
  name: "ticket-types.move-stage",
  description: "Moves a stage up or down in a type’s procedure.",
  input: z.object({ ticketTypeId, stageId: id, to: moves }),
  async run(tx, actor, { ticketTypeId, stageId, to }) {
    mustAdminister(actor);
    const { stages, names: of } = await lockTicketType(tx, ticketTypeId);
    const stage = partOf(stages, stageId);
    const [used, retired] = [stages.filter((each) => !each.isRetired), stages.filter((each) => each.isRetired)];
    const ids = [
      ...movedIn(
        used.map((each) => each.id),
        { id: stage.id, to },
      ),
      ...retired.map((each) => each.id),
    ];
    await orderStages(tx, ids);
    await record(tx, actor, moved("stage-", { typeId: ticketTypeId, name: stage.names, of }, to));
  },
});
