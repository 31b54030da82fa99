import type { Mounted } from "../client/islands.ts";

/**
 * Cards can be dragged from lane to lane. A card (`[data-card]`) says by its own buttons where it may go: one with
 * `data-to="<lane>"` is pressed when the card is dropped on `[data-lane="<lane>"]`. So dragging can do nothing that
 * the card's menu cannot.
 */
export const mount = (): Mounted => {
  let dragged: HTMLElement | undefined;

  const buttonTo = (lane: HTMLElement | null): HTMLButtonElement | undefined =>
    [...(dragged?.querySelectorAll<HTMLButtonElement>("button[data-to]") ?? [])].find(
      (button) => lane !== null && button.dataset["to"] === lane.dataset["lane"],
    );
  const laneOf = ({ target }: Event): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>("[data-lane]") : null;
  const lanes = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-lane]")];

  const end = (): void => {
    delete dragged?.dataset["dragged"];
    dragged = undefined;
    for (const lane of lanes()) {
      delete lane.dataset["may"];
      delete lane.dataset["over"];
    }
  };
  const listeners = {
    // Only a card under the pointer is draggable, so that words elsewhere can still be marked.
    pointerdown(event: Event) {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-card]") : null;
      if (card && !(event.target instanceof Element && event.target.closest("summary, button"))) card.draggable = true;
    },
    dragstart(event: Event) {
      const card = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-card]") : null;
      if (!card || !(event instanceof DragEvent)) return;
      dragged = card;
      card.dataset["dragged"] = "";
      if (event.dataTransfer) event.dataTransfer.effectAllowed = "move";
      for (const lane of lanes()) if (buttonTo(lane)) lane.dataset["may"] = "";
    },
    dragover(event: Event) {
      const lane = laneOf(event);
      if (!buttonTo(lane)) return;
      event.preventDefault();
      for (const each of lanes()) if (each !== lane) delete each.dataset["over"];
      if (lane) lane.dataset["over"] = "";
    },
    drop(event: Event) {
      const button = buttonTo(laneOf(event));
      if (button) {
        event.preventDefault();
        button.form?.requestSubmit(button);
      }
      end();
    },
    dragend: end,
  } as const;

  for (const [name, listener] of Object.entries(listeners)) document.addEventListener(name, listener);
  return {
    unmount() {
      for (const [name, listener] of Object.entries(listeners)) document.removeEventListener(name, listener);
    },
  };
};
