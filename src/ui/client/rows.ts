/** The row to go to: `step` rows on from `at` (-1 = none yet), never beyond the ends. */
export const rowAfter = (at: number, step: 1 | -1, count: number): number =>
  at === -1 ? (step === 1 ? 0 : count - 1) : Math.min(count - 1, Math.max(0, at + step));

/** Lists by keyboard: j and k walk the rows of a `[data-rows]` table, Enter follows the link, x ticks, Escape unticks all. */
export const startRows = (): void => {
  document.addEventListener("keydown", onKey);
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.matches("[data-check-all]")) tickAll(target);
    if (target instanceof HTMLInputElement && target.matches("[data-row-check]")) showAll(target.closest("table"));
    countTicked();
  });
  // A refreshed page has its boxes empty again, or other rows.
  for (const event of ["turbo:render", "turbo:morph"]) document.addEventListener(event, recount);
  document.addEventListener("turbo:submit-end", onSubmitEnd);
};

const recount = (): void => {
  for (const table of document.querySelectorAll("table")) showAll(table);
  countTicked();
};

/** The answer says what became of each ticked row; ticked on, all of them would be changed again with the next step. */
const onSubmitEnd = (event: Event): void => {
  const { target } = event;
  const { fetchResponse } = (event instanceof CustomEvent ? event.detail : {}) as {
    fetchResponse?: { statusCode: number };
  };
  const status = fetchResponse?.statusCode ?? 0;
  if (status < 400 || status >= 500) return;
  const checks = [...document.querySelectorAll<HTMLInputElement>("[data-row-check]:checked")];
  if (checks.some((check) => check.form === target)) untickAll();
};

const onKey = (event: KeyboardEvent): void => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (event.defaultPrevented || event.isComposing || ctrlKey || metaKey || altKey) return;
  if (document.documentElement.dataset["hotkeys"] === "off" || document.querySelector("dialog:modal")) return;
  if (
    target instanceof HTMLElement &&
    target.matches("textarea, select, [contenteditable], input:not([type=checkbox])")
  )
    return;
  if (key === "j" || key === "k") walk(event, key === "j" ? 1 : -1);
  else if (key === "x") tick(event);
  else if (key === "Escape") untickAll();
};

const rows = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>("[data-rows] [data-row]")];
const currentRow = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>("[data-row]") ?? null;

const walk = (event: KeyboardEvent, step: 1 | -1): void => {
  const all = rows();
  const current = currentRow();
  const next = all[rowAfter(current ? all.indexOf(current) : -1, step, all.length)];
  const link = next?.querySelector<HTMLElement>("[data-row-link]") ?? next?.querySelector<HTMLElement>("a, button");
  if (!link) return;
  event.preventDefault();
  link.focus();
  next?.scrollIntoView({ block: "nearest" });
};

const tick = (event: KeyboardEvent): void => {
  const check = currentRow()?.querySelector<HTMLInputElement>("[data-row-check]");
  if (!check) return;
  event.preventDefault();
  check.click();
};

const checksBeside = (input: HTMLElement): HTMLInputElement[] => [
  ...(input.closest("table")?.querySelectorAll<HTMLInputElement>("[data-row-check]") ?? []),
];

const tickAll = (all: HTMLInputElement): void => {
  for (const check of checksBeside(all)) check.checked = all.checked;
};

const untickAll = (): void => {
  for (const check of document.querySelectorAll<HTMLInputElement>("[data-row-check]:checked, [data-check-all]"))
    check.checked = false;
  recount();
};

const showAll = (table: HTMLTableElement | null): void => {
  const all = table?.querySelector<HTMLInputElement>("[data-check-all]");
  if (!all) return;
  const checks = checksBeside(all);
  const ticked = checks.filter((each) => each.checked).length;
  all.checked = ticked > 0 && ticked === checks.length;
  all.indeterminate = ticked > 0 && !all.checked;
};

/** `[data-ticked-words]` says how many rows are ticked. */
const countTicked = (): void => {
  const ticked = document.querySelectorAll("[data-row-check]:checked").length;
  if (ticked === 0) return;
  for (const place of document.querySelectorAll<HTMLElement>("[data-ticked-words]"))
    place.textContent = (place.dataset["tickedWords"] ?? "").replace("%", String(ticked));
};
