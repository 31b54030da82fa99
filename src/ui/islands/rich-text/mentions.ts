import type { Extensions } from "@tiptap/core";
import { Mention } from "@tiptap/extension-mention";
import type { SuggestionOptions, SuggestionProps } from "@tiptap/suggestion";

export interface MentionChoice {
  id: number;
  name: string;
}

interface Words {
  people: string;
  nobody: string;
}

const most = 6;

/** Offers names behind an `@`. What is written is "@" and the name, so that plain text says the same. */
export const mentionsOf = (
  choices: readonly MentionChoice[],
  { id, words, place }: { id: string; words: Words; place: HTMLElement },
): Extensions => {
  if (choices.length === 0) return [];
  const suggestion: Omit<SuggestionOptions<MentionChoice>, "editor"> = {
    items: ({ query }) => matching(choices, query),
    // Outside of the island a live refresh would take it away.
    container: place,
    render: () => listbox(id, words),
    command: ({ editor, range, props }) => {
      const { name } = props as MentionChoice;
      editor
        .chain()
        .focus()
        .insertContentAt(range, [
          { type: "mention", attrs: { id: (props as MentionChoice).id, label: name } },
          { type: "text", text: " " },
        ])
        .run();
    },
  };
  return [
    Mention.configure({
      HTMLAttributes: { class: "mention" },
      renderText: ({ node }) => `@${String(node.attrs["label"])}`,
      renderHTML: ({ node, options }) => ["span", options.HTMLAttributes, `@${String(node.attrs["label"])}`],
      deleteTriggerWithBackspace: true,
      suggestion,
    }),
  ];
};

const folded = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Any of the names may begin with it. */
const matching = (choices: readonly MentionChoice[], query: string): MentionChoice[] => {
  const wanted = folded(query);
  return choices.filter(({ name }) => ` ${folded(name)}`.includes(` ${wanted}`)).slice(0, most);
};

/** A list below the caret: arrows choose, Enter or Tab takes, Escape closes. */
const listbox = (id: string, { people, nobody }: Words) => {
  const list = Object.assign(document.createElement("ul"), { className: "menu-list rich-mentions", id: `${id}-names` });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", people);
  let props: SuggestionProps<MentionChoice> | undefined;
  let chosen = 0;
  let leave: (() => void) | undefined;

  const draw = (): void => {
    if (!props) return;
    const { items, command, editor } = props;
    chosen = Math.min(chosen, Math.max(0, items.length - 1));
    list.replaceChildren(...items.map((item, index) => option(item, index, command)));
    if (items.length === 0)
      list.append(Object.assign(document.createElement("li"), { className: "menu-heading", textContent: nobody }));
    editor.view.dom.setAttribute("aria-controls", list.id);
    if (items.length > 0) editor.view.dom.setAttribute("aria-activedescendant", `${list.id}-${chosen}`);
  };
  const option = (item: MentionChoice, index: number, command: (item: MentionChoice) => void): HTMLLIElement => {
    const row = Object.assign(document.createElement("li"), {
      className: "menu-row",
      id: `${list.id}-${index}`,
      textContent: item.name,
    });
    row.setAttribute("role", "option");
    row.setAttribute("aria-selected", String(index === chosen));
    row.addEventListener("mousedown", (event) => {
      event.preventDefault();
      command(item);
    });
    return row;
  };

  return {
    onStart(started: SuggestionProps<MentionChoice>): void {
      props = started;
      chosen = 0;
      draw();
      leave = started.mount(list);
    },
    onUpdate(updated: SuggestionProps<MentionChoice>): void {
      props = updated;
      draw();
    },
    onKeyDown({ event }: { event: KeyboardEvent }): boolean {
      if (!props || props.items.length === 0) return false;
      const { items } = props;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        chosen = (chosen + (event.key === "ArrowDown" ? 1 : items.length - 1)) % items.length;
        draw();
        return true;
      }
      const item = items[chosen];
      if ((event.key !== "Enter" && event.key !== "Tab") || !item) return false;
      props.command(item);
      return true;
    },
    onExit(): void {
      props?.editor.view.dom.removeAttribute("aria-activedescendant");
      props?.editor.view.dom.removeAttribute("aria-controls");
      leave?.();
      leave = undefined;
      props = undefined;
    },
  };
};
