import type { Editor } from "@tiptap/core";

type Chain = ReturnType<Editor["chain"]>;

interface Tool {
  isOn(editor: Editor): boolean;
  press(chain: Chain): Chain;
}

/** By the name in `data-rich-tool`. */
const tools: Readonly<Record<string, Tool>> = {
  bold: { isOn: (editor) => editor.isActive("bold"), press: (chain) => chain.toggleBold() },
  italic: { isOn: (editor) => editor.isActive("italic"), press: (chain) => chain.toggleItalic() },
  bullets: { isOn: (editor) => editor.isActive("bulletList"), press: (chain) => chain.toggleBulletList() },
  numbers: { isOn: (editor) => editor.isActive("orderedList"), press: (chain) => chain.toggleOrderedList() },
  quote: { isOn: (editor) => editor.isActive("blockquote"), press: (chain) => chain.toggleBlockquote() },
  code: {
    isOn: (editor) => editor.isActive("code") || editor.isActive("codeBlock"),
    press: (chain) => chain,
  },
};

/** Marked words within a line become code; a whole line or nothing marked becomes a block of it. */
const toggleCode = (editor: Editor): boolean => {
  const { from, to, $from, $to } = editor.state.selection;
  const isWithinLine = from !== to && $from.sameParent($to) && to - from < $from.parent.content.size;
  return isWithinLine || editor.isActive("code")
    ? editor.chain().focus().toggleCode().run()
    : editor.chain().focus().toggleCodeBlock().run();
};

/** Makes the buttons with `data-rich-tool` work and shows which are on. Returns what undoes it. */
export const connectToolbar = (element: HTMLElement, editor: Editor, words: { link: string }): (() => void) => {
  const buttons = [...element.querySelectorAll<HTMLButtonElement>("[data-rich-tool]")];
  const show = (): void => {
    for (const button of buttons) {
      const name = button.dataset["richTool"] ?? "";
      const isOn = name === "link" ? editor.isActive("link") : (tools[name]?.isOn(editor) ?? false);
      button.setAttribute("aria-pressed", String(isOn));
    }
  };
  const press = (event: Event): void => {
    const name = (event.currentTarget as HTMLElement).dataset["richTool"] ?? "";
    if (name === "code") toggleCode(editor);
    else if (name === "link") askForLink(element, editor, words);
    else tools[name]?.press(editor.chain().focus()).run();
  };
  // A press must not take the focus, and with it the marked words, from the editor.
  const stay = (event: Event): void => {
    event.preventDefault();
  };
  for (const button of buttons) {
    button.addEventListener("mousedown", stay);
    button.addEventListener("click", press);
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    askForLink(element, editor, words);
  };
  editor.view.dom.addEventListener("keydown", onKey);
  editor.on("transaction", show);
  show();
  return () => {
    editor.off("transaction", show);
    for (const button of buttons) {
      button.removeEventListener("mousedown", stay);
      button.removeEventListener("click", press);
    }
  };
};

/** One line in the toolbar asks for the address; empty takes the link away. */
const askForLink = (element: HTMLElement, editor: Editor, { link }: { link: string }): void => {
  if (element.querySelector("[data-rich-link]")) return;
  const before = (editor.getAttributes("link")["href"] as string | undefined) ?? "";
  const field = Object.assign(document.createElement("input"), {
    type: "url",
    className: "input rich-link",
    value: before,
    placeholder: "https://",
  });
  field.dataset["richLink"] = "";
  field.setAttribute("aria-label", link);
  const close = (): void => {
    // Removing a focused field makes it blur, which closes again.
    field.removeEventListener("blur", close);
    field.remove();
    editor.commands.focus();
  };
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") setLink(editor, field.value.trim());
    close();
  });
  element.querySelector("[role=toolbar]")?.append(field);
  field.focus();
  field.select();
};

const setLink = (editor: Editor, address: string): void => {
  const chain = editor.chain().focus().extendMarkRange("link");
  if (address === "") {
    chain.unsetLink().run();
    return;
  }
  const href = /^[a-z][a-z0-9+.-]*:/i.test(address)
    ? address
    : address.includes("@")
      ? `mailto:${address}`
      : `https://${address}`;
  const { empty } = editor.state.selection;
  if (empty && !editor.isActive("link"))
    chain.insertContent({ type: "text", text: address, marks: [{ type: "link", attrs: { href } }] }).run();
  else chain.setLink({ href }).run();
};
