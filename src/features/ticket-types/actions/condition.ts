import { Invalid } from "../../../platform/errors.ts";
import type { FormField } from "../rules/type.ts";
import { phrase } from "../words.ts";

/** Throws `Invalid` when the answers belong to several questions: then it would not be clear whether all are needed. */
export const conditionOf = (answers: readonly { field: string; answer: string }[]): FormField["condition"] => {
  const [first] = answers;
  if (!first) return null;
  if (answers.some(({ field }) => field !== first.field)) throw new Invalid({ condition: phrase("oneCondition") });
  return { field: first.field, isAnyOf: answers.map(({ answer }) => answer) };
};
