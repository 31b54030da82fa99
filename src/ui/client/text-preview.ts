/** `[data-preview-of]` shows what stands in the field of that id, with `{{name}}` filled in from `data-preview-values`. */
export const startTextPreviews = (): void => {
  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) || target.id === "") return;
    for (const place of document.querySelectorAll<HTMLElement>("[data-preview-of]"))
      if (place.dataset["previewOf"] === target.id) show(place, target.value);
  });
};

const show = (place: HTMLElement, text: string): void => {
  const values = JSON.parse(place.dataset["previewValues"] ?? "{}") as Readonly<Record<string, string>>;
  place.textContent = filled(text.trim(), values) || (place.dataset["previewEmpty"] ?? "");
};

/** Names that nobody knows stay as they are. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{\{\s*([^{}]*?)\s*\}\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? whole) : whole,
  );
