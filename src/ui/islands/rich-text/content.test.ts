import { expect, test } from "vitest";
import { paragraphsOf, startContent } from "./content.ts";

test("a blank line begins a paragraph, a single break stays one", () => {
  expect(paragraphsOf("Hello,\r\n\r\none\ntwo\n\n\n\nbye")).toEqual([
    { type: "paragraph", content: [{ type: "text", text: "Hello," }] },
    {
      type: "paragraph",
      content: [{ type: "text", text: "one" }, { type: "hardBreak" }, { type: "text", text: "two" }],
    },
    { type: "paragraph", content: [{ type: "text", text: "bye" }] },
  ]);
});

test("no text is one empty paragraph, and never an empty text, which the editor refuses", () => {
  expect(paragraphsOf("")).toEqual([{ type: "paragraph", content: [] }]);
  expect(JSON.stringify(paragraphsOf("\n\na\n\n"))).not.toContain('"text":""');
});

test("HTML wins over text", () => {
  expect(startContent("<p>a</p>", "b")).toBe("<p>a</p>");
  expect(startContent("", "b")).toEqual({ type: "doc", content: paragraphsOf("b") });
});
