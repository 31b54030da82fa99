import { describe, expect, it } from "vitest";
import { isChanged, type ControlState } from "./unsaved.ts";

const control = (state: Partial<ControlState>): ControlState => ({
  type: "text",
  value: "",
  defaultValue: "",
  checked: false,
  defaultChecked: false,
  files: 0,
  options: [],
  ...state,
});
const option = (selected: boolean, defaultSelected = false) => ({ selected, defaultSelected });

describe("words the server has not seen", () => {
  it.each<[string, boolean, Partial<ControlState>]>([
    ["typed text", true, { value: "Hallo" }],
    ["text as it came", false, { value: "Hallo", defaultValue: "Hallo" }],
    ["emptied text", true, { type: "textarea", defaultValue: "Hallo" }],
    ["a ticked box", true, { type: "checkbox", checked: true }],
    ["a box ticked from the start", false, { type: "checkbox", checked: true, defaultChecked: true }],
    ["the radio button that was left", true, { type: "radio", defaultChecked: true }],
    ["a chosen file", true, { type: "file", files: 1 }],
    ["no file", false, { type: "file" }],
    ["a hidden field that a script changed", false, { type: "hidden", value: "2", defaultValue: "1" }],
    ["a button", false, { type: "submit", value: "Send" }],
    ["a list nobody touched", false, { type: "select-one", options: [option(true), option(false)] }],
    ["another entry of that list", true, { type: "select-one", options: [option(false), option(true)] }],
    ["the entry chosen by the server", false, { type: "select-one", options: [option(false), option(true, true)] }],
    ["away from the server's entry", true, { type: "select-one", options: [option(true), option(false, true)] }],
    ["one of several", true, { type: "select-multiple", options: [option(true), option(false)] }],
  ])("%s: %s", (_name, expected, state) => {
    expect(isChanged(control(state))).toBe(expected);
  });
});
