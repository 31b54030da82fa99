import { Editor } from "@tiptap/core";
import { Placeholder } from "@tiptap/extensions";
import type { Mounted } from "../client/islands.ts";
import { plainTextOf, positionBehind, startContent } from "./rich-text/content.ts";
import { extensionsOf } from "./rich-text/extensions.ts";
import { connectFiles } from "./rich-text/files.ts";
import { connectForm } from "./rich-text/form.ts";
import { mentionsOf, type MentionChoice } from "./rich-text/mentions.ts";
import { connectToolbar } from "./rich-text/toolbar.ts";

/** What `RichText` (forms/rich-text.tsx) hands over. */
export interface RichTextProps {
  text: string;
  /** Wins over the text where there is some. */
  html: string;
  /** Under which name the HTML is sent, beside the text. */
  htmlName: string;
  /** Whom `@` offers; empty: nobody. */
  mentions: readonly MentionChoice[];
  /** Hidden fields that say where these words come from. */
  kept: Readonly<Record<string, string>>;
  words: { link: string; people: string; nobody: string };
}

/**
 * Turns a textarea into an editor. The textarea stays in the form and keeps the same words as plain text, so that
 * drafts, other scripts and a form that is sent at any moment see them; the HTML goes along in a field beside it.
 */
export const mount = (element: HTMLElement, given: unknown): Mounted | undefined => {
  const props = given as RichTextProps;
  const textarea = element.querySelector("textarea");
  if (!textarea) return undefined;
  // Typed, or brought back from the browser's own keeping, before this script was there.
  const isTyped = textarea.value !== textarea.defaultValue;
  const htmlField = Object.assign(document.createElement("input"), { type: "hidden", name: props.htmlName });
  const place = document.createElement("div");
  textarea.before(place);
  textarea.after(htmlField);
  // Whoever writes already goes on writing: without the focus his keys would be taken for commands.
  const caret = document.activeElement === textarea ? textarea.selectionEnd : undefined;
  const attributes = takeOver(textarea);

  const editor = new Editor({
    element: place,
    injectCSS: false,
    content: startContent(isTyped ? "" : props.html, textarea.value),
    extensions: [
      ...extensionsOf(),
      Placeholder.configure({ placeholder: textarea.placeholder }),
      ...mentionsOf(props.mentions, {
        id: attributes["id"] ?? "",
        words: props.words,
        place: element,
      }),
    ],
    editorProps: { attributes },
    onUpdate: () => {
      write({ isTyping: true });
    },
  });

  const write = ({ isTyping }: { isTyping: boolean }): void => {
    htmlField.value = editor.isEmpty ? "" : editor.getHTML();
    textarea.value = plainTextOf(editor);
    if (isTyping) textarea.dispatchEvent(new Event("input", { bubbles: true }));
    else textarea.defaultValue = textarea.value;
  };
  const fill = ({ html, text, kept }: Pick<RichTextProps, "html" | "text" | "kept">): void => {
    editor.commands.setContent(startContent(html, text), { emitUpdate: false });
    write({ isTyping: false });
    for (const field of element.querySelectorAll<HTMLInputElement>("input[data-rich-kept]"))
      field.value = kept[field.name] ?? "";
  };

  if (!isTyped) write({ isTyping: false });
  element.dataset["rich"] = "";
  if (caret !== undefined) {
    editor.view.focus();
    editor.commands.setTextSelection(positionBehind(editor, caret));
  }
  const disconnect = [
    connectToolbar(element, editor, props.words),
    connectFiles(editor),
    connectForm({
      textarea,
      editor,
      // What is written next comes from nowhere yet.
      clear: () => {
        fill({ html: "", text: "", kept: {} });
      },
    }),
  ];
  return {
    update(next) {
      const { html, text, kept } = next as RichTextProps;
      // Words that came back (an answer that was taken back, another device) never replace what is being written.
      if (editor.isEmpty && !editor.isFocused && (html || text)) fill({ html, text, kept });
    },
    unmount() {
      for (const each of disconnect) each();
      editor.destroy();
      place.remove();
      htmlField.remove();
      textarea.id = attributes["id"] ?? "";
      textarea.hidden = false;
      delete element.dataset["rich"];
    },
  };
};

/** The editor stands where the textarea stood: it gets its id, its name and what describes it. */
const takeOver = (textarea: HTMLTextAreaElement): Record<string, string> => {
  const { id } = textarea;
  const label = textarea.labels[0]?.textContent.trim() ?? "";
  const describedBy = textarea.getAttribute("aria-describedby");
  textarea.removeAttribute("id");
  textarea.hidden = true;
  return {
    id,
    class: "rich-text-words",
    role: "textbox",
    "aria-multiline": "true",
    ...(label && { "aria-label": label }),
    ...(describedBy && { "aria-describedby": describedBy }),
    ...(textarea.getAttribute("aria-invalid") === "true" && { "aria-invalid": "true" }),
  };
};
