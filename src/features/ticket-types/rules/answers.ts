import { checkAnswers, type Answer, type Answers, type Audience, type Checked } from "./form.ts";
import type { FormField } from "./type.ts";

export const isSame = (one: Answer | undefined, other: Answer | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Answers after some of them are given anew; empty ones are taken away. Answers that no question of the form asks for
 * now, because it is retired or of an earlier type, stay as they are; what a condition has hidden goes.
 */
export const changedAnswers = (
  { fields, audience }: { fields: readonly FormField[]; audience: Audience },
  { before, given }: { before: Answers; given: Readonly<Record<string, unknown>> },
): Checked => {
  const { answers, problems } = checkAnswers({ fields, given: { ...before, ...given }, audience });
  const isOpen = (key: string): boolean => fields.some((field) => field.key === key && !field.isRetired);
  // An old answer that no longer fits, e.g. an option that is gone, is no reason to refuse another one.
  const isStale = (key: string): boolean => Object.hasOwn(problems, key) && !Object.hasOwn(given, key);
  const kept = Object.entries(before).filter(([key]) => !isOpen(key) || isStale(key));
  return {
    answers: { ...Object.fromEntries(kept), ...answers },
    problems: Object.fromEntries(Object.entries(problems).filter(([key]) => !isStale(key))),
  };
};
