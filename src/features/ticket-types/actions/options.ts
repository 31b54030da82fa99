import { Invalid } from "../../../platform/errors.ts";
import { keyFrom } from "../rules/form-settings.ts";
import type { FieldOption } from "../rules/type.ts";
import { phrase } from "../words.ts";

interface Given {
  key: string;
  en: string;
  de: string;
}

/** Options as given, in their order. Those that are missing now are retired, because tickets may name them. */
export const optionsAfter = (before: readonly FieldOption[], given: readonly Given[]): FieldOption[] => {
  const wanted = given.filter(({ en, de }) => en !== "" || de !== "");
  if (wanted.some(({ en, de }) => en === "" || de === "")) throw new Invalid({ options: phrase("bothNames") });
  const taken = before.map(({ key }) => key);
  const offered = wanted.map(({ key, en, de }): FieldOption => {
    const known = taken.includes(key) ? key : keyFrom(en, taken);
    taken.push(known);
    return { key: known, en, de, isRetired: false };
  });
  const gone = before.filter(({ key }) => !offered.some((option) => option.key === key));
  return [...offered, ...gone.map((option) => ({ ...option, isRetired: true }))];
};

/** Steps of a checklist, likewise; one that is gone is gone, because what was ticked stands in the ticket's history. */
export const stepsAfter = (before: readonly Given[], given: readonly Given[]): Given[] =>
  optionsAfter(
    before.map((step) => ({ ...step, isRetired: false })),
    given,
  ).flatMap(({ isRetired, ...step }) => (isRetired ? [] : [step]));
