import { Extension, type Extensions } from "@tiptap/core";
import { HardBreak } from "@tiptap/extension-hard-break";
import { StarterKit } from "@tiptap/starter-kit";

/** What a letter needs and mail programs can show; headings, rules and strike-through are left out. */
export const extensionsOf = (): Extensions => [
  StarterKit.configure({
    heading: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    trailingNode: false,
    hardBreak: false,
    dropcursor: false,
    link: {
      autolink: true,
      openOnClick: false,
      defaultProtocol: "https",
      protocols: ["http", "https", "mailto", "tel"],
      HTMLAttributes: { target: null, rel: null },
    },
  }),
  HardBreak.extend({
    addKeyboardShortcuts() {
      return { "Shift-Enter": () => this.editor.commands.setHardBreak() };
    },
  }),
  // Tab must leave the editor, or whoever has no mouse is caught in it; lists are indented by mod+].
  Extension.create({
    name: "keys",
    // Before all others, some of which would break the line or leave the code block with Control and Enter.
    priority: 1_000,
    addKeyboardShortcuts() {
      return {
        "Mod-Enter": () => {
          const form = this.editor.view.dom.closest("form");
          form?.querySelector<HTMLButtonElement>("button[data-hotkey='mod+enter']")?.click();
          return true;
        },
        "Mod-]": () => this.editor.commands.sinkListItem("listItem"),
        "Mod-[": () => this.editor.commands.liftListItem("listItem"),
      };
    },
  }),
];
