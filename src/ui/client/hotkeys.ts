import { keyName, matchHotkey, sequencePause } from "./hotkey-match.ts";

/**
 * `data-hotkey` presses a button or link, or goes into a field; `data-hotkey-focus` names the field to go to
 * afterwards. While typing only combinations with Ctrl or ⌘ count, those of the same form first.
 * `<html data-hotkeys="off">` switches the single keys off (WCAG 2.1.4).
 */
export const startHotkeys = (): void => {
  document.addEventListener("keydown", onKey);
  document.addEventListener("turbo:load", nameKeys);
  nameKeys();
};

let pressed: string[] = [];
let lastAt = 0;

const onKey = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const name = keyName({ ...facts(event), altGraph: event.getModifierState("AltGraph") });
  const isCombination = name.includes("mod+");
  if (!isCombination && (isTyping(event.target) || document.documentElement.dataset["hotkeys"] === "off")) return;
  pressed = event.timeStamp - lastAt > sequencePause ? [name] : [...pressed.slice(-2), name];
  lastAt = event.timeStamp;
  const found = elementFor(event.target);
  if (!found) return;
  event.preventDefault();
  pressed = [];
  activate(found);
};

const facts = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent) => ({
  key,
  ctrlKey,
  metaKey,
  altKey,
  shiftKey,
});

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])"));

const elementFor = (target: EventTarget | null): HTMLElement | undefined => {
  const layer = document.querySelector("dialog:modal") ?? document;
  const candidates = [...layer.querySelectorAll<HTMLElement>("[data-hotkey]")].filter(isReachable);
  const hotkey = matchHotkey(
    pressed,
    candidates.map((element) => element.dataset["hotkey"] ?? ""),
  );
  const matching = candidates.filter((element) => element.dataset["hotkey"] === hotkey);
  const form = target instanceof Element ? target.closest("form") : null;
  // Ctrl+Enter sends the form one is in, never another.
  if (form && isTyping(target)) return matching.find((element) => element.closest("form") === form);
  return matching[0];
};

// A radio button under its drawn label has no box of its own, nor has a row of a menu that is closed.
const isReachable = (element: HTMLElement): boolean =>
  !element.matches(":disabled, [aria-disabled=true]") &&
  (element.checkVisibility() || element.matches("input.sr-only, a.menu-row"));

const activate = (element: HTMLElement): void => {
  if (isTyping(element)) {
    element.focus();
    if (element instanceof HTMLInputElement) element.select();
  } else element.click();
  const next = element.dataset["hotkeyFocus"];
  if (next) document.getElementById(next)?.focus();
};

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
const nameKeys = (): void => {
  if (isMac) for (const key of document.querySelectorAll("kbd[data-key=mod]")) key.textContent = "⌘";
};
