import type { Editor } from "@tiptap/core";
import { paragraphsOf } from "./content.ts";

interface Connected {
  textarea: HTMLTextAreaElement;
  editor: Editor;
  clear(): void;
}

/** Ties the editor to the form around it: prepared words that are put in, and being sent. */
export const connectForm = ({ textarea, editor, clear }: Connected): (() => void) => {
  const { form } = textarea;
  const insert = (event: MouseEvent): void => {
    const source = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-insert]") : null;
    if (!source || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    source.closest("details")?.removeAttribute("open");
    editor
      .chain()
      .focus()
      .insertContent(paragraphsOf(source.dataset["insert"] ?? ""))
      .run();
  };
  // Live refreshes leave the editor as it is, so after sending it has to empty itself.
  const onSent = (event: Event): void => {
    const isSent = event instanceof CustomEvent && (event.detail as { success?: boolean }).success === true;
    if (isSent && event.target === form) clear();
  };
  form?.addEventListener("click", insert);
  document.addEventListener("turbo:submit-end", onSent);
  return () => {
    form?.removeEventListener("click", insert);
    document.removeEventListener("turbo:submit-end", onSent);
  };
};
