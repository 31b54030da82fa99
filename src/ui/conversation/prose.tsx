import type { ComponentChildren } from "preact";
import { cx } from "../cx.ts";

export interface PlainTextProps {
  /** Line breaks are kept; nothing in it is read as HTML. */
  children: string;
}

/** Text as somebody typed it. */
export const PlainText = ({ children }: PlainTextProps) => <div class="plain-text">{children}</div>;

export interface ProseProps {
  children: ComponentChildren;
  /** `article` for reading at length. */
  look?: "letter" | "article" | undefined;
  lang?: string | undefined;
}

/** Gives headings, lists, tables, code and pictures of written text their form, at most 75 characters wide. */
export const Prose = ({ children, look = "letter", lang }: ProseProps) => (
  <div class={cx("prose-text", look === "article" && "prose-article")} lang={lang}>
    {children}
  </div>
);
