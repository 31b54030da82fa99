import { visit } from "@hotwired/turbo";

/** Opens and closes dialogs in browsers that do not know `command` and `commandfor` yet, and those of the address. */
export const startDialogs = (): void => {
  for (const event of ["turbo:load", "turbo:render"]) document.addEventListener(event, raiseAsked);
  raiseAsked();
  // This event does not bubble.
  document.addEventListener("close", leadBack, true);
  if ("commandForElement" in HTMLButtonElement.prototype) return;
  document.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("button[commandfor]") : null;
    const dialog = document.getElementById(button?.getAttribute("commandfor") ?? "");
    if (!button || !(dialog instanceof HTMLDialogElement)) return;
    if (button.getAttribute("command") === "show-modal") dialog.showModal();
    else dialog.close();
  });
};

/** A dialog that the address asks for stands in the page; it is raised above it. */
const raiseAsked = (): void => {
  const dialog = document.querySelector("dialog[data-back][open]:not(:modal)");
  if (!(dialog instanceof HTMLDialogElement) || document.querySelector("dialog:modal")) return;
  dialog.removeAttribute("open");
  dialog.showModal();
  dialog.querySelector<HTMLElement>("[data-error-summary]")?.focus();
};

/** Whoever closes such a dialog does not want to meet it again by going back or loading anew. */
const leadBack = ({ target }: Event): void => {
  const back = target instanceof HTMLDialogElement ? target.dataset["back"] : undefined;
  if (back !== undefined) visit(back, { action: "replace" });
};
