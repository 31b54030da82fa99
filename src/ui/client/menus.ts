/** `details[data-menu]` closes on Escape, on a click elsewhere and when the focus leaves; arrow keys walk its rows. */
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

const onKey = (event: KeyboardEvent): void => {
  const menu = event.target instanceof Element ? event.target.closest<HTMLDetailsElement>("details[data-menu]") : null;
  if (!menu) return;
  if (event.key === "Escape" && menu.open) {
    menu.open = false;
    menu.querySelector("summary")?.focus();
    event.preventDefault();
  }
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    menu.open = true;
    step(menu, event.key === "ArrowDown" ? 1 : -1);
    event.preventDefault();
  }
};

const step = (menu: HTMLDetailsElement, by: 1 | -1): void => {
  const rows = [...menu.querySelectorAll<HTMLElement>(".menu-row")];
  const at = rows.findIndex((row) => row === document.activeElement);
  rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : (at + by + rows.length) % rows.length]?.focus();
};
