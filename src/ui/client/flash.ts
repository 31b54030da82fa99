/** Whole seconds still to show, and whether the time is over. */
export const secondsLeft = (total: number, passed: number): { shown: number; isOver: boolean } => ({
  shown: Math.max(0, Math.ceil(total - passed)),
  isOver: passed >= total,
});

/**
 * `[data-flash="10"]` leaves after ten seconds that nobody points at it or has the focus in it; `[data-flash-seconds]`
 * in it counts down. `[data-flash-close]` closes it at once. While the tab is hidden the time stands still.
 */
export const startFlashes = (): void => {
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("[data-flash-close]")) target.closest(".flash")?.remove();
  });
  setInterval(tick, 250);
};

const passed = new WeakMap<Element, number>();

const tick = (): void => {
  if (document.hidden) return;
  for (const flash of document.querySelectorAll<HTMLElement>(".flash[data-flash]")) {
    if (flash.matches(":hover, :focus-within") || flash.querySelector("form[aria-busy=true]")) continue;
    const time = (passed.get(flash) ?? 0) + 0.25;
    passed.set(flash, time);
    const { shown, isOver } = secondsLeft(Number(flash.dataset["flash"]), time);
    const place = flash.querySelector("[data-flash-seconds]");
    if (place) place.textContent = String(shown);
    if (isOver) flash.remove();
  }
};

/** Shows what a `<template>` of the page holds ready, once at a time. */
export const showFlash = (templateId: string): void => {
  const template = document.getElementById(templateId);
  const place = document.getElementById("flashes");
  if (!(template instanceof HTMLTemplateElement) || !place) return;
  const flash = template.content.firstElementChild?.cloneNode(true);
  if (!(flash instanceof Element)) return;
  document.getElementById(flash.id)?.remove();
  place.append(flash);
};
