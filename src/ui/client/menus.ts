import { fitsWords } from "./menu-search.ts";

/**
 * `details[data-menu]` closes on Escape, on a click elsewhere and when the focus leaves; arrow keys walk its rows, and a
 * `[data-menu-search]` in it shows those that fit.
 */
export const startMenus = (): void => {
  document.addEventListener("click", ({ target }) => {
    for (const menu of openMenus()) {
      const inside = target instanceof Element && menu.contains(target);
      if (!inside || (target instanceof Element && target.closest("a.menu-row"))) menu.open = false;
    }
  });
  document.addEventListener("focusout", ({ target, relatedTarget }) => {
    const menu = target instanceof Element ? target.closest<HTMLDetailsElement>("details[data-menu]") : null;
    if (menu?.open && relatedTarget instanceof Node && !menu.contains(relatedTarget)) menu.open = false;
  });
  document.addEventListener("keydown", onKey);
  document.addEventListener("input", ({ target }) => {
    if (isSearch(target)) search(target);
  });
  // A menu that opens does not bubble.
  document.addEventListener("toggle", ({ target }) => begin(target), { capture: true });
  document.addEventListener("turbo:submit-end", closeAll);
  // A page that comes back from the cache must not have its menu open.
  document.addEventListener("turbo:before-cache", closeAll);
};

const openMenus = (): HTMLDetailsElement[] => [
  ...document.querySelectorAll<HTMLDetailsElement>("details[data-menu][open]"),
];

const closeAll = (): void => {
  for (const menu of openMenus()) menu.open = false;
};

const isSearch = (target: unknown): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.dataset["menuSearch"] !== undefined;

const begin = (menu: EventTarget | null): void => {
  if (!(menu instanceof HTMLDetailsElement) || !menu.open) return;
  const field = menu.querySelector<HTMLInputElement>("[data-menu-search]");
  if (!field) return;
  field.value = "";
  search(field);
  field.focus();
};

const search = (field: HTMLInputElement): void => {
  const menu = field.closest("details");
  const rows = [...(menu?.querySelectorAll<HTMLElement>(".menu-row") ?? [])];
  for (const row of rows) row.hidden = !fitsWords(`${row.textContent} ${row.dataset["search"] ?? ""}`, field.value);
  const none = menu?.querySelector<HTMLElement>("[data-menu-none]");
  if (none) none.textContent = rows.every((row) => row.hidden) ? (none.dataset["menuNone"] ?? "") : "";
};

const onKey = (event: KeyboardEvent): void => {
  const menu = event.target instanceof Element ? event.target.closest<HTMLDetailsElement>("details[data-menu]") : null;
  if (!menu) return;
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
    event.preventDefault();
  }
  // Enter takes the first that fits; it must not send the form around.
  if (event.key === "Enter" && isSearch(event.target)) {
    rowsOf(menu)[0]?.click();
    event.preventDefault();
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    menu.open = true;
    step(menu, event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
  }
};

const rowsOf = (menu: HTMLDetailsElement): HTMLElement[] =>
  [...menu.querySelectorAll<HTMLElement>(".menu-row")].filter((row) => !row.hidden);

const step = (menu: HTMLDetailsElement, by: 1 | -1): void => {
  const rows = rowsOf(menu);
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length]?.focus();
};
