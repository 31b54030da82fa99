import type { ComponentChildren } from "preact";
import { cx } from "../cx.ts";
import type { IconName } from "../icon-names.ts";
import { Icon } from "../icon.tsx";

export interface Fact {
  term: string;
  detail: ComponentChildren;
  icon?: IconName | undefined;
}

export interface DescriptionListProps {
  items: readonly Fact[];
  /** `beside` puts the term left of the detail; `above` gives long details the full width. */
  look?: "beside" | "above" | undefined;
}

/** Facts about one thing, for side panels. */
export const DescriptionList = ({ items, look = "beside" }: DescriptionListProps) => (
  <dl class={cx("facts", `facts-${look}`)}>
    {items.map((item) => (
      <div key={item.term} class="fact">
        <dt>
          {item.icon && <Icon name={item.icon} size={14} />}
          {item.term}
        </dt>
        <dd>{item.detail}</dd>
      </div>
    ))}
  </dl>
);
