import { holdsUnsaved, holdsWords, isControl, type Control } from "./unsaved.ts";

/**
 * While Turbo morphs the page, nothing a person typed, chose, opened or is reading may be taken away.
 * A form that was just sent is the exception: its words have arrived, so the server's answer may replace them.
 */
export const guardMorphs = (): void => {
  document.addEventListener("turbo:submit-start", ({ target }) => {
    if (target instanceof HTMLFormElement) outcomes.set(target, "sending");
    for (const element of document.querySelectorAll("[data-stays]")) element.removeAttribute("data-stays");
  });
  document.addEventListener("turbo:submit-end", onSubmitEnd);
  // Typed on after sending: these words have not arrived.
  document.addEventListener("input", ({ target }) => {
    if (isControl(target) && target.form) outcomes.delete(target.form);
  });
  document.addEventListener("turbo:render", onRender);
  document.addEventListener("turbo:before-morph-element", (event) => {
    const { target } = event;
    const next = detailOf(event)["newElement"];
    if (!(target instanceof Element) || !mustStay(target, next)) return;
    event.preventDefault();
    if (target instanceof HTMLFormElement && next instanceof Element) goOn(target, next);
  });
  document.addEventListener("turbo:before-morph-attribute", (event) => {
    const { target } = event;
    const name = detailOf(event)["attributeName"];
    if (target instanceof Element && typeof name === "string" && keepsAttribute(target, name)) event.preventDefault();
  });
};

/** What became of the forms that were sent since the page was last rendered. */
const outcomes = new Map<HTMLFormElement, "sending" | "arrived" | "refused">();

const detailOf = (event: Event): Record<string, unknown> =>
  event instanceof CustomEvent ? (event.detail as Record<string, unknown>) : {};

const onSubmitEnd = (event: Event): void => {
  const { target } = event;
  if (!(target instanceof HTMLFormElement) || !outcomes.has(target)) return;
  const { success, fetchResponse } = detailOf(event);
  const status = (fetchResponse as { statusCode: number } | undefined)?.statusCode ?? 0;
  if (success === true) outcomes.set(target, "arrived");
  else if (status >= 400 && status < 500) outcomes.set(target, "refused");
  else outcomes.delete(target);
};

const onRender = (): void => {
  for (const [form, outcome] of outcomes) {
    if (!form.isConnected) continue;
    // Also takes chosen files away, which no morph can.
    if (outcome === "arrived") form.reset();
    if (outcome === "refused") emptyKeptFiles(form);
  }
  outcomes.clear();
};

/** The server has them and lists them on its page; sent again they would be there twice. */
const emptyKeptFiles = (form: HTMLFormElement): void => {
  for (const input of form.querySelectorAll<HTMLInputElement>('[data-files="kept"] input[type=file]')) {
    input.value = "";
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
};

const mustStay = (element: Element, next: unknown): boolean => {
  const goes = next === undefined || next === null;
  if (element.matches("[data-island-mounted]")) return !goes;
  // A message counts its own seconds; the next page does not know of it.
  if (element.matches(".flash")) return goes;
  // Says what became of the last step: no later page knows that, and it is over with the next step.
  if (element.matches("[data-stays]")) return goes;
  if (element.matches("[data-draft-state]")) return true;
  if (element.matches("[data-files]")) return keepsFiles(element);
  if (element.matches("form[data-unsaved]")) return !isAnswered(element);
  if (belongsToWords(element)) return !isAnswered(element.form) && holdsUnsaved(element.form);
  return goes && [element, ...element.querySelectorAll("form[data-unsaved], input, textarea, select")].some(isOpen);
};

/**
 * What a form says of the page around it, e.g. the newest message on it (`data-goes-on`): that is now another one, also
 * where the words stay.
 */
const goOn = (form: HTMLFormElement, next: Element): void => {
  for (const input of form.querySelectorAll<HTMLInputElement>("input[data-goes-on]")) {
    const fresh = next.querySelector<HTMLInputElement>(`input[data-goes-on][name="${CSS.escape(input.name)}"]`);
    if (fresh) input.value = fresh.value;
  }
};

/** Words that would be lost, or are just being written; not those of a form that has arrived. */
const isOpen = (part: Element): boolean => {
  if (part instanceof HTMLFormElement) return part.matches("[data-unsaved]") && !hasArrived(part);
  return isControl(part) && !hasArrived(part.form) && (holdsWords(part) || part === activeControl());
};

/**
 * Hidden facts that belong to what is typed beside them: the key that makes a retry harmless, and whatever is marked
 * `data-with-words`.
 */
const belongsToWords = (element: Element): element is HTMLInputElement & { form: HTMLFormElement } =>
  element instanceof HTMLInputElement &&
  element.type === "hidden" &&
  element.form !== null &&
  (element.name === "once" || element.dataset["withWords"] !== undefined);

/** The page that is being morphed in is the server's answer to this form. */
const isAnswered = (form: Element): boolean => {
  const outcome = form instanceof HTMLFormElement ? outcomes.get(form) : undefined;
  return outcome === "arrived" || outcome === "refused";
};

const hasArrived = (form: HTMLFormElement | null): boolean => form !== null && outcomes.get(form) === "arrived";

const keepsFiles = (zone: Element): boolean => {
  const input = zone.querySelector("input[type=file]");
  return input instanceof HTMLInputElement && !hasArrived(input.form) && (input.files?.length ?? 0) > 0;
};

const activeControl = (): Control | null => (isControl(document.activeElement) ? document.activeElement : null);

const keepsAttribute = (element: Element, name: string): boolean => {
  // Opened or closed by the person, not by the server; but what was opened to change something is done with.
  if (name === "open" && element.matches("details[data-edits]") && hasArrived(element.querySelector("form")))
    return false;
  if (name === "open") return element instanceof HTMLDetailsElement || element instanceof HTMLDialogElement;
  if (name === "data-submitting") return true;
  if (name === "selected" && element instanceof HTMLOptionElement) return keepsWords(element.closest("select"));
  return (name === "value" || name === "checked") && isControl(element) && keepsWords(element);
};

const keepsWords = (control: Control | null): boolean =>
  control !== null && !hasArrived(control.form) && (holdsWords(control) || control === document.activeElement);
