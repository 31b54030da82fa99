import type { ComponentChildren } from "preact";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";

export interface PanelProps {
  title?: string | undefined;
  /** At the right of the title: a small button or link. */
  action?: ComponentChildren;
  children: ComponentChildren;
  /** `card` has a border and stands alone; `section` is divided by a line, for side panels. */
  look?: "card" | "section" | undefined;
  /** Folds; `open` says how it begins. The client keeps what the person chose while the page refreshes. */
  folds?: "open" | "closed" | undefined;
  /** Without inner padding, for a table that fills it. */
  flush?: boolean | undefined;
  id?: string | undefined;
}

/** A group with a heading. Never one inside another. */
export const Panel = ({ title, action, children, look = "card", folds, flush, id }: PanelProps) => {
  const name = cx("panel", `panel-${look}`, flush && "panel-flush");
  if (folds)
    return (
      <details class={name} id={id} open={folds === "open"}>
        <summary class="panel-head">
          <h2>{title}</h2>
          <Icon name="chevron-down" size={14} class="panel-arrow" />
        </summary>
        <div class="panel-body">{children}</div>
      </details>
    );
  return (
    <section class={name} id={id}>
      {title && (
        <header class="panel-head">
          <h2>{title}</h2>
          {action}
        </header>
      )}
      <div class="panel-body">{children}</div>
    </section>
  );
};
