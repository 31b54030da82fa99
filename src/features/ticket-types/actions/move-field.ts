import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { moved } from "../events.ts";
import { moves, ticketTypeId } from "../input.ts";
import { movedIn } from "../rules/types-settings.ts";
import { orderFields } from "../store/form-rows.ts";
import { lockTicketType } from "../store/types.ts";
import { mustHaveNoFaults } from "./faults.ts";
import { mustAdminister, partOf } from "./guards.ts";

export const moveField = action({
  name: "ticket-types.move-field",
  description: "Moves a question up or down in the form. It stays below those that it hangs on.",
  input: z.object({ ticketTypeId, fieldId: id, to: moves }),
  async run(tx, actor, { ticketTypeId, fieldId, to }) {
    mustAdminister(actor);
    const { fields, names: of } = await lockTicketType(tx, ticketTypeId);
    const field = partOf(fields, fieldId);
    // Retired ones are listed elsewhere; to move past one of them would look like nothing.
    const [asked, retired] = [fields.filter((each) => !each.isRetired), fields.filter((each) => each.isRetired)];
    const ids = [
      ...movedIn(
        asked.map((each) => each.id),
        { id: field.id, to },
      ),
      ...retired.map((each) => each.id),
    ];
    mustHaveNoFaults(
      ids.map((each) => partOf(fields, each)),
      { key: "" },
    );
    await orderFields(tx, ids);
    await record(tx, actor, moved("field-", { typeId: ticketTypeId, name: field.names, of }, to));
  },
});
