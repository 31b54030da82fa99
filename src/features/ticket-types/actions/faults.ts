import { Conflict, Invalid } from "../../../platform/errors.ts";
import { faultsOf, type FormFault } from "../rules/form-settings.ts";
import type { FormField } from "../rules/type.ts";
import { conditionAnswerName } from "../said.ts";
import { phrase } from "../words.ts";

/**
 * Refuses a form in which a question would never be asked. What is wrong with the question that is being changed is
 * said at its field; what its change does to another one, of the whole.
 */
export const mustHaveNoFaults = (fields: readonly FormField[], about: Pick<FormField, "key">): void => {
  const [fault] = faultsOf(fields);
  if (!fault) return;
  const said = phraseOf(fault);
  if (fault.field.key !== about.key) throw new Conflict(said);
  throw new Invalid({ [fault.fault === "noOptions" ? "options" : "condition"]: said });
};

const phraseOf = (fault: FormFault) => {
  const question = fault.field.names;
  switch (fault.fault) {
    case "noOptions":
      return phrase("noOptions");
    case "conditionUnknown":
    case "conditionEmpty":
      return phrase("conditionEmpty", { question });
    case "conditionLater":
      return phrase("conditionLater", { question, on: fault.on.names });
    case "conditionRetired":
      return phrase("conditionRetired", { question, on: fault.on.names });
    case "conditionKind":
      return phrase("conditionKind", { question, on: fault.on.names });
    case "conditionAudience":
      return phrase("conditionAudience", { question, on: fault.on.names });
    case "conditionOption": {
      const { on, option } = fault;
      const answer = { en: conditionAnswerName(on, option, "en"), de: conditionAnswerName(on, option, "de") };
      return phrase("conditionOption", { question, on: on.names, answer });
    }
  }
};
