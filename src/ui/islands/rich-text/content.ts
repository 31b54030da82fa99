import type { Content, Editor, JSONContent } from "@tiptap/core";

/** What the editor begins with: HTML where there is some, else the text. */
export const startContent = (html: string, text: string): Content =>
  html === "" ? { type: "doc", content: paragraphsOf(text) } : html;

/** A blank line begins a paragraph, a single break stays a break. */
export const paragraphsOf = (text: string): JSONContent[] =>
  text
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/)
    .map((paragraph) => ({
      type: "paragraph",
      content: paragraph
        .split("\n")
        .flatMap((line, index) => [
          ...(index > 0 ? [{ type: "hardBreak" }] : []),
          ...(line === "" ? [] : [{ type: "text", text: line }]),
        ]),
    }));

/** The same words for whoever reads no HTML. The server makes its own from the HTML; this is for drafts and forms. */
export const plainTextOf = (editor: Editor): string => editor.getText({ blockSeparator: "\n\n" }).trim();

/** The place in the editor that lies behind so many characters of its text; the end, where there are fewer. */
export const positionBehind = ({ state: { doc } }: Pick<Editor, "state">, characters: number): number => {
  const { size } = doc.content;
  for (let position = 1; position < size; position++)
    if (doc.textBetween(0, position, "\n\n", "\n").length >= characters && doc.resolve(position).parent.isTextblock)
      return position;
  return size;
};
