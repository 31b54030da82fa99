export interface KeyFacts {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** AltGr is how many keyboards reach `[` or `@`; it is no modifier of ours. */
  altGraph: boolean;
}

/** The name of a pressed key as `data-hotkey` writes it: `r`, `?`, `mod+enter`, `shift+arrowdown`. */
export const keyName = ({ key, ctrlKey, metaKey, altKey, shiftKey, altGraph }: KeyFacts): string => {
  const isSign = [...key].length === 1;
  return [
    (ctrlKey || metaKey) && !altGraph ? "mod" : "",
    altKey && !altGraph ? "alt" : "",
    // With a sign the shift is in the sign already: ? and not shift+ß.
    shiftKey && !isSign ? "shift" : "",
    key === " " ? "space" : key.toLowerCase(),
  ]
    .filter(Boolean)
    .join("+");
};

/** Keys pressed one after the other count as a sequence for this long, in milliseconds. */
export const sequencePause = 1_200;

/**
 * Which of the `hotkeys` the pressed keys spell; the latest key is last. A sequence (`g i`) wins over a single key.
 */
export const matchHotkey = (pressed: readonly string[], hotkeys: readonly string[]): string | undefined => {
  const byLength = [...new Set(hotkeys)].sort((a, b) => b.split(" ").length - a.split(" ").length);
  return byLength.find((hotkey) => {
    const keys = hotkey.split(" ");
    return (
      keys.length <= pressed.length && keys.every((key, index) => key === pressed[pressed.length - keys.length + index])
    );
  });
};
