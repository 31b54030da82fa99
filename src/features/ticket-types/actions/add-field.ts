import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { added } from "../events.ts";
import { fieldFacts, fieldKind, ticketTypeId } from "../input.ts";
import { keyFrom } from "../rules/form-settings.ts";
import { insertField } from "../store/form-rows.ts";
import { lockTicketType } from "../store/types.ts";
import { conditionOf } from "./condition.ts";
import { mustHaveNoFaults } from "./faults.ts";
import { mustAdminister } from "./guards.ts";
import { optionsAfter } from "./options.ts";

export const addField = action({
  name: "ticket-types.add-field",
  description: "Adds a question at the end of a type’s form.",
  input: z.object({
    ticketTypeId,
    /** Under which answers are stored; made from the English name where it is not said. */
    key: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,39}$/)
      .optional(),
    kind: fieldKind,
    ...fieldFacts,
  }),
  async run(tx, actor, { ticketTypeId, key, kind, nameEn, nameDe, hintEn, hintDe, options, condition, ...facts }) {
    mustAdminister(actor);
    const { fields, names: of } = await lockTicketType(tx, ticketTypeId);
    const taken = fields.map((field) => field.key);
    const field = {
      ...facts,
      key: keyFrom(key ?? nameEn, taken),
      kind,
      names: { en: nameEn, de: nameDe },
      hints: { en: hintEn, de: hintDe },
      condition: conditionOf(condition),
      options: optionsAfter([], options),
    };
    mustHaveNoFaults([...fields, { ...field, id: 0, isRetired: false }], field);
    const fieldId = await insertField(tx, ticketTypeId, field);
    await record(tx, actor, added("field-", { typeId: ticketTypeId, name: field.names, of }));
    return { fieldId };
  },
});
