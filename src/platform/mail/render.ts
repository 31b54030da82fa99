import type { VNode } from "preact";
import { renderToString } from "preact-render-to-string";
import { textOfOwnMail } from "./plain-text.ts";

/** The two bodies of a mail from one description: HTML, and the same as text. */
export const renderMail = (body: VNode): { html: string; text: string } => {
  const html = `<!doctype html>${renderToString(body)}`;
  return { html, text: textOfOwnMail(html) };
};
