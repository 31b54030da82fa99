import { describe, expect, it } from "vitest";
import { keyName, matchHotkey, type KeyFacts } from "./hotkey-match.ts";

const press = (facts: Partial<KeyFacts>): string =>
  keyName({ key: "a", ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false, ...facts });

describe("the name of a key", () => {
  it.each<[string, Partial<KeyFacts>]>([
    ["r", { key: "r" }],
    ["r", { key: "R", shiftKey: true }],
    ["mod+enter", { key: "Enter", ctrlKey: true }],
    ["mod+enter", { key: "Enter", metaKey: true }],
    ["shift+arrowdown", { key: "ArrowDown", shiftKey: true }],
    ["?", { key: "?", shiftKey: true }],
    // A German keyboard writes [ with AltGr, which Windows reports as Ctrl and Alt.
    ["[", { key: "[", ctrlKey: true, altKey: true, altGraph: true }],
    ["space", { key: " " }],
    ["/", { key: "/", shiftKey: true }],
  ])("%s", (name, facts) => {
    expect(press(facts)).toBe(name);
  });
});

describe("what the keys spell", () => {
  const hotkeys = ["g i", "g m", "i", "/", "mod+enter"];

  it.each<[string[], string | undefined]>([
    [["/"], "/"],
    [["g"], undefined],
    [["g", "i"], "g i"],
    [["x", "g", "m"], "g m"],
    [["i"], "i"],
    [["x", "i"], "i"],
    [["m"], undefined],
    [["mod+enter"], "mod+enter"],
  ])("%j is %s", (pressed, expected) => {
    expect(matchHotkey(pressed, hotkeys)).toBe(expected);
  });
});
