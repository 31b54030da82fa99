import type { ComponentChildren } from "preact";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";
import { toneIcon, type Tone } from "./tone.ts";

export interface TagProps {
  /** The word. Status, priority and deadlines are colour + icon + word. */
  children: ComponentChildren;
  tone?: Tone | undefined;
  /** The tone's own unless said otherwise. */
  icon?: IconName | undefined;
  /** `soft` stands on a tint; `plain` is icon and word only, for dense lists. */
  look?: "soft" | "plain" | undefined;
  title?: string | undefined;
}

export const Tag = ({ children, tone = "neutral", icon, look = "soft", title }: TagProps) => (
  <span class={cx("tag", `tag-${look}`, `tone-${tone}`)} title={title}>
    <Icon name={icon ?? toneIcon[tone]} size={14} />
    <span class="tag-word">{children}</span>
  </span>
);

export interface BadgeProps {
  children: ComponentChildren;
  tone?: "neutral" | "accent" | undefined;
  /** What the number counts, for screen readers, e.g. "unread". */
  label?: string | undefined;
}

/** A small count or label without meaning of its own. */
export const Badge = ({ children, tone = "neutral", label }: BadgeProps) => (
  <span class={cx("count", `count-${tone}`)}>
    {children}
    {label && <span class="sr-only"> {label}</span>}
  </span>
);
