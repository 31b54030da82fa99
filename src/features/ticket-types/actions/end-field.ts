import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { ended } from "../events.ts";
import { ticketTypeId } from "../input.ts";
import { retireField } from "../store/form-rows.ts";
import { lockTicketType } from "../store/types.ts";
import { mustHaveNoFaults } from "./faults.ts";
import { mustAdminister, partOf } from "./guards.ts";

export const endField = action({
  name: "ticket-types.end-field",
  description: "Retires a question, so that nobody is asked it any more, or brings it back. Answers given stay.",
  input: z.object({ ticketTypeId, fieldId: id, to: z.enum(["retire", "restore"]) }),
  async run(tx, actor, { ticketTypeId, fieldId, to }) {
    mustAdminister(actor);
    const { fields, names: of } = await lockTicketType(tx, ticketTypeId);
    const field = partOf(fields, fieldId);
    const isRetired = to === "retire";
    if (field.isRetired === isRetired) return;
    // Here nothing is a field of a form, so whatever is wrong is said of the whole.
    mustHaveNoFaults(
      fields.map((each) => (each === field ? { ...each, isRetired } : each)),
      { key: "" },
    );
    await retireField(tx, field.id, isRetired);
    await record(tx, actor, ended("field-", { typeId: ticketTypeId, name: field.names, of }, isRetired));
  },
});
