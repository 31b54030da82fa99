import type { Editor } from "@tiptap/core";

/** Pasted and dropped files go to the form's own file field, as if they had been chosen there. */
export const connectFiles = (editor: Editor, element: HTMLElement): (() => void) => {
  const field = element.closest("form")?.querySelector<HTMLInputElement>("input[type=file]");
  if (!field) return () => undefined;
  const take = (event: ClipboardEvent | DragEvent): void => {
    const given = event instanceof DragEvent ? event.dataTransfer : event.clipboardData;
    if (!given || given.files.length === 0) return;
    // Word processors offer a picture of the text beside the text; then the text is meant.
    if (event.type === "paste" && given.types.includes("text/plain")) return;
    event.preventDefault();
    event.stopPropagation();
    const all = new DataTransfer();
    for (const file of [...(field.files ?? []), ...given.files]) all.items.add(file);
    field.files = all.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const { dom } = editor.view;
  // Before the editor's own listeners, which would put a picture's address into the text.
  dom.addEventListener("paste", take, true);
  dom.addEventListener("drop", take, true);
  return () => {
    dom.removeEventListener("paste", take, true);
    dom.removeEventListener("drop", take, true);
  };
};
