import { useUi } from "../context.tsx";

const names = {
  de: { mod: "Strg", enter: "Eingabe", escape: "Esc", shift: "Umschalt", alt: "Alt" },
  en: { mod: "Ctrl", enter: "Enter", escape: "Esc", shift: "Shift", alt: "Alt" },
} as const;

export interface KbdProps {
  /** As in `hotkey`: `r`, `g i`, `mod+enter`. */
  keys: string;
}

/** A key or a sequence of keys, drawn as keys. The client writes ⌘ instead of Ctrl on a Mac. */
export const Kbd = ({ keys }: KbdProps) => {
  const known: Readonly<Record<string, string>> = names[useUi().locale];
  return (
    <span class="keys" aria-hidden="true">
      {keys.split(/[ +]/).map((key) => (
        <kbd key={key} class="kbd kbd-sm" data-key={key === "mod" ? "mod" : undefined}>
          {known[key] ?? key.toUpperCase()}
        </kbd>
      ))}
    </span>
  );
};
