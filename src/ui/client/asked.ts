import { whichAsked, type Question } from "./asked-when.ts";

/** Shows and hides the questions of a form as answers are given (forms/asked.tsx). */
export const startAsked = (): void => {
  for (const moment of ["input", "change", "reset"])
    document.addEventListener(moment, ({ target }) => {
      if (!(target instanceof HTMLElement)) return;
      const form = target.closest("form");
      // A form that is reset has its old values a moment later.
      if (form) queueMicrotask(() => ask(form));
    });
  for (const moment of ["turbo:load", "turbo:render", "turbo:morph", "pageshow"]) addEventListener(moment, askAll);
  askAll();
};

const askAll = (): void => {
  const forms = [...document.querySelectorAll(selector)].map((part) => part.closest("form"));
  for (const form of new Set(forms)) if (form) ask(form);
};

const selector = "fieldset[data-asked-when]";

const ask = (form: HTMLFormElement): void => {
  const parts = [...form.querySelectorAll<HTMLFieldSetElement>(selector)];
  const questions = parts.map((part) => ({ when: whenOf(part), inside: around(parts, part.parentElement) }));
  const asked = whichAsked(questions, (name) =>
    chosen(form, name).map((control) => ({ value: control.value, inside: around(parts, control) })),
  );
  for (const [position, part] of parts.entries()) {
    part.hidden = asked[position] !== true;
    part.disabled = part.hidden;
  }
};

const whenOf = (part: HTMLFieldSetElement): Question["when"] =>
  JSON.parse(part.dataset["askedWhen"] ?? "{}") as Question["when"];

const around = (parts: readonly HTMLFieldSetElement[], element: Element | null): number => {
  const part = element?.closest<HTMLFieldSetElement>(selector);
  return part ? parts.indexOf(part) : -1;
};

/** Boxes and circles that are ticked, and lists with what is selected in them. */
const chosen = (form: HTMLFormElement, name: string): (HTMLInputElement | HTMLSelectElement)[] =>
  [...form.elements].filter(
    (control): control is HTMLInputElement | HTMLSelectElement =>
      (control instanceof HTMLInputElement &&
        control.name === name &&
        (control.type === "hidden" || control.checked)) ||
      (control instanceof HTMLSelectElement && control.name === name),
  );
