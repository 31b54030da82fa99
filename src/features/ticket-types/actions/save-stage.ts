import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn } from "../../../platform/settings.ts";
import { added, changed } from "../events.ts";
import { stageFacts, ticketTypeId } from "../input.ts";
import { keyFrom } from "../rules/form-settings.ts";
import { saidOfStage } from "../said.ts";
import { insertStage, updateStage } from "../store/form-rows.ts";
import { lockTicketType } from "../store/types.ts";
import { mustAdminister, partOf } from "./guards.ts";
import { stepsAfter } from "./options.ts";

export const saveStage = action({
  name: "ticket-types.save-stage",
  description: "Adds a stage at the end of a type’s procedure, or changes one: its name and its checklist.",
  input: z.object({ ticketTypeId, stageId: id.optional(), ...stageFacts }),
  async run(tx, actor, { ticketTypeId, stageId, nameEn, nameDe, steps }) {
    mustAdminister(actor);
    const { stages, names: of } = await lockTicketType(tx, ticketTypeId);
    const before = stageId === undefined ? undefined : partOf(stages, stageId);
    const after = { names: { en: nameEn, de: nameDe }, steps: stepsAfter(before?.steps ?? [], steps) };
    const meant = { typeId: ticketTypeId, name: after.names, of };
    if (!before) {
      const key = keyFrom(
        nameEn,
        stages.map((stage) => stage.key),
      );
      const newId = await insertStage(tx, ticketTypeId, { ...after, key });
      await record(tx, actor, added("stage-", meant));
      return { stageId: newId };
    }
    const changes = changesIn(saidOfStage(before), saidOfStage(after));
    if (Object.keys(changes).length > 0) {
      await updateStage(tx, before.id, after);
      await record(tx, actor, changed("stage-", meant, changes));
    }
    return { stageId: before.id };
  },
});
