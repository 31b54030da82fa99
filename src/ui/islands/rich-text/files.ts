import type { Editor } from "@tiptap/core";

/** Pasted and dropped files belong to the form's file field (client/files.ts); the editor leaves them alone. */
export const connectFiles = (editor: Editor): (() => void) => {
  const leave = (event: ClipboardEvent | DragEvent): void => {
    const given = event instanceof DragEvent ? event.dataTransfer : event.clipboardData;
    // Word processors offer a picture of the text beside the text; then the text is meant.
    const isText = event.type === "paste" && given?.types.includes("text/plain") === true;
    if (given && given.files.length > 0 && !isText) event.preventDefault();
  };
  const { dom } = editor.view;
  // Before the editor's own listeners, which pass over what is settled already.
  dom.addEventListener("paste", leave, true);
  dom.addEventListener("drop", leave, true);
  return () => {
    dom.removeEventListener("paste", leave, true);
    dom.removeEventListener("drop", leave, true);
  };
};
