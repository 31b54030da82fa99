import { z } from "zod";
import { action } from "../../../platform/act.ts";
import { record } from "../../../platform/events.ts";
import { id } from "../../../platform/input.ts";
import { changesIn } from "../../../platform/settings.ts";
import { changed } from "../events.ts";
import { fieldFacts, ticketTypeId } from "../input.ts";
import { saidOfField } from "../said.ts";
import { updateField } from "../store/form-rows.ts";
import { lockTicketType } from "../store/types.ts";
import { conditionOf } from "./condition.ts";
import { mustHaveNoFaults } from "./faults.ts";
import { mustAdminister, partOf } from "./guards.ts";
import { optionsAfter } from "./options.ts";

export const changeField = action({
  name: "ticket-types.change-field",
  description:
    "Changes a question of a type’s form: its words, options, whom and when it is asked. Answers given stay.",
  input: z.object({ ticketTypeId, fieldId: id, ...fieldFacts }),
  async run(tx, actor, { ticketTypeId, fieldId, nameEn, nameDe, hintEn, hintDe, options, condition, ...facts }) {
    mustAdminister(actor);
    const { fields, names: of } = await lockTicketType(tx, ticketTypeId);
    const before = partOf(fields, fieldId);
    const after = {
      ...before,
      ...facts,
      names: { en: nameEn, de: nameDe },
      hints: { en: hintEn, de: hintDe },
      condition: conditionOf(condition),
      options: optionsAfter(before.options, options),
    };
    mustHaveNoFaults(
      fields.map((field) => (field === before ? after : field)),
      before,
    );
    const changes = changesIn(saidOfField(before, fields), saidOfField(after, fields));
    if (Object.keys(changes).length === 0) return;
    await updateField(tx, before.id, after);
    await record(tx, actor, changed("field-", { typeId: ticketTypeId, name: after.names, of }, changes));
  },
});
