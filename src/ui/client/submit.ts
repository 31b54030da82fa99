import { showFlash } from "./flash.ts";

/**
 * A form is sent once, however often it is pressed, with or without Turbo. While it is sent its button is busy; when
 * the server cannot be reached the page stays as it is and says so, with every word still in its field.
 */
export const startSubmits = (): void => {
  document.addEventListener("submit", onSubmit, { capture: true });
  document.addEventListener("turbo:submit-end", ({ target }) => {
    if (target instanceof HTMLFormElement) release(target);
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-submitting]")) release(form);
  });
  document.addEventListener("turbo:before-fetch-response", keepPage);
  document.addEventListener("turbo:fetch-request-error", ({ target }) => {
    if (target instanceof HTMLFormElement) {
      release(target);
      showFlash("flash-away");
    }
  });
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLSelectElement && target.dataset["submits"] !== undefined) target.form?.requestSubmit();
  });
};

const onSubmit = (event: SubmitEvent): void => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method === "dialog") return;
  if (form.dataset["submitting"] !== undefined) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  // Filters may be sent again at once; only changes happen once.
  if (form.method === "post") form.dataset["submitting"] = "";
  // Turbo does this by itself; without it the browser shows only a small wheel far away.
  if (form.dataset["turbo"] === "false" && event.submitter instanceof HTMLElement) event.submitter.dataset["busy"] = "";
};

const release = (form: HTMLFormElement): void => {
  delete form.dataset["submitting"];
  for (const button of form.querySelectorAll<HTMLElement>("[data-busy]")) delete button.dataset["busy"];
};

/** Answers after which the page stays as it is, every word in its field, each with what is said about it. */
const kept: ReadonlyMap<number, string> = new Map([
  [413, "flash-too-large"],
  [502, "flash-away"],
  [503, "flash-away"],
  [504, "flash-away"],
]);

const keepPage = (event: Event): void => {
  const { target } = event;
  if (!(event instanceof CustomEvent) || !(target instanceof HTMLFormElement)) return;
  const { fetchResponse } = event.detail as { fetchResponse: { statusCode: number } };
  const flash = kept.get(fetchResponse.statusCode);
  if (flash === undefined) return;
  event.preventDefault();
  showFlash(flash);
};
