import { formatBytes, isLocale } from "../../platform/i18n/index.ts";

/** `[data-files]` around a file field: drops and pasted pictures go into it, and what it holds is listed, each removable. */
export const startFiles = (): void => {
  document.addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "file") list(target);
  });
  document.addEventListener("click", onRemove);
  document.addEventListener("paste", onPaste);
  for (const kind of ["dragenter", "dragover"]) document.addEventListener(kind, onDragOver);
  for (const kind of ["dragleave", "dragend", "drop"]) document.addEventListener(kind, unmark);
  document.addEventListener("drop", onDrop);
  document.addEventListener("turbo:render", () => {
    for (const input of document.querySelectorAll<HTMLInputElement>("[data-files] input[type=file]")) list(input);
  });
};

const zoneOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element
    ? (target.closest<HTMLElement>("[data-files]") ??
      target.closest("form")?.querySelector<HTMLElement>("[data-files]") ??
      null)
    : null;

const inputOf = (zone: Element | null): HTMLInputElement | null =>
  zone?.querySelector<HTMLInputElement>("input[type=file]:not(:disabled)") ?? null;

const addFiles = (input: HTMLInputElement, added: readonly File[]): void => {
  const all = new DataTransfer();
  for (const file of input.multiple ? [...(input.files ?? []), ...added] : added.slice(0, 1)) all.items.add(file);
  input.files = all.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
};

const list = (input: HTMLInputElement): void => {
  const place = input.closest("[data-files]")?.querySelector<HTMLElement>("[data-files-list]");
  if (!place) return;
  const files = [...(input.files ?? [])];
  const refusals = refusalsOf(place, files);
  const remove = place.dataset["remove"] ?? "%";
  place.replaceChildren(...files.map((file, index) => chip(file, { index, remove, refusal: refusals[index] })));
  place.hidden = place.childElementCount === 0;
};

/** Why the server will not take a file, said before anybody waits for it to get there; `undefined` where it will. */
const refusalsOf = ({ dataset }: HTMLElement, files: readonly File[]): (string | undefined)[] => {
  const fits = (file: File): boolean => file.size <= Number(dataset["mostBytes"] ?? Infinity);
  const most = Number(dataset["mostFiles"] ?? Infinity);
  return files.map((file, index) => {
    if (!fits(file)) return dataset["tooLarge"];
    return files.slice(0, index).filter(fits).length >= most ? dataset["tooMuch"] : undefined;
  });
};

interface Chip {
  index: number;
  remove: string;
  refusal: string | undefined;
}

const chip = (file: File, { index, remove, refusal }: Chip): HTMLLIElement => {
  const { lang } = document.documentElement;
  const item = document.createElement("li");
  item.className = "file-chip";
  const words = document.createElement("span");
  words.textContent = [file.name, formatBytes(file.size, isLocale(lang) ? lang : "en"), refusal]
    .filter((each) => each !== undefined)
    .join(" · ");
  if (refusal !== undefined) item.dataset["refused"] = "";
  const button = document.createElement("button");
  button.type = "button";
  button.dataset["fileIndex"] = String(index);
  button.setAttribute("aria-label", remove.replace("%", file.name));
  button.textContent = "×";
  item.append(words, button);
  return item;
};

const onRemove = ({ target }: MouseEvent): void => {
  const button = target instanceof Element ? target.closest<HTMLElement>("[data-file-index]") : null;
  const input = inputOf(button?.closest("[data-files]") ?? null);
  if (!button || !input) return;
  const left = new DataTransfer();
  [...(input.files ?? [])].forEach((file, index) => {
    if (String(index) !== button.dataset["fileIndex"]) left.items.add(file);
  });
  input.files = left.files;
  list(input);
  input.focus();
};

const onPaste = ({ target, clipboardData }: ClipboardEvent): void => {
  // Word processors offer a picture of the text beside the text; then the text is meant.
  if (clipboardData?.types.includes("text/plain")) return;
  const files = [...(clipboardData?.files ?? [])];
  const input = inputOf(zoneOf(target));
  if (input && files.length > 0) addFiles(input, files);
};

const onDragOver = (event: Event): void => {
  if (!(event instanceof DragEvent) || !event.dataTransfer?.types.includes("Files")) return;
  const zone = zoneOf(event.target);
  if (!inputOf(zone)) return;
  event.preventDefault();
  if (zone) zone.dataset["over"] = "";
};

const unmark = (): void => {
  for (const zone of document.querySelectorAll<HTMLElement>("[data-files][data-over]")) delete zone.dataset["over"];
};

const onDrop = (event: DragEvent): void => {
  const input = inputOf(zoneOf(event.target));
  const files = [...(event.dataTransfer?.files ?? [])];
  if (!input || files.length === 0) return;
  event.preventDefault();
  addFiles(input, files);
};
