import { isOffered, type OfferedWhen } from "./offered-when.ts";

/** Narrows lists to what fits the choices before them (`Choice.when`), as soon as one of those changes. */
export const startDependentChoices = (): void => {
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement && target.form) narrow(target.form);
  });
  for (const moment of ["turbo:load", "turbo:render", "turbo:morph", "pageshow"]) addEventListener(moment, narrowAll);
  narrowAll();
};

const selector = "select[data-dependent]";

const narrowAll = (): void => {
  const forms = [...document.querySelectorAll<HTMLSelectElement>(selector)].map(({ form }) => form);
  for (const form of new Set(forms)) if (form) narrow(form);
};

/** From top to bottom, so that a list that has lost its choice narrows those after it. */
const narrow = (form: HTMLFormElement): void => {
  for (const select of form.querySelectorAll<HTMLSelectElement>(selector)) {
    const valueOf = (name: string): string => {
      const control = form.elements.namedItem(name);
      return control instanceof HTMLSelectElement ? control.value : "";
    };
    for (const option of select.options) {
      const isFit = isOffered(whenOf(option), valueOf);
      // Not every browser hides an option; none lets a disabled one be chosen.
      option.hidden = !isFit;
      option.disabled = !isFit;
    }
    for (const group of select.querySelectorAll("optgroup"))
      group.hidden = [...group.querySelectorAll("option")].every(({ hidden }) => hidden);
    if (select.selectedOptions[0]?.hidden) select.value = "";
    const field = select.closest<HTMLElement>(".field");
    if (field) field.hidden = [...select.options].every(({ hidden, value }) => hidden || value === "");
  }
};

const whenOf = ({ dataset }: HTMLOptionElement): OfferedWhen => JSON.parse(dataset["when"] ?? "{}") as OfferedWhen;
