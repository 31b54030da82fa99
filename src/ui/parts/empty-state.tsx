import type { ComponentChildren } from "preact";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";

export interface EmptyStateProps {
  icon?: IconName | undefined;
  /** What is not there, as a sentence. */
  title: string;
  /** Why, and what would put something here. */
  children?: ComponentChildren;
  /** The one thing to do next. */
  action?: ComponentChildren;
  size?: "md" | "sm" | undefined;
}

export const EmptyState = ({ icon = "inbox", title, children, action, size = "md" }: EmptyStateProps) => (
  <div class={cx("empty", size === "sm" && "empty-sm")}>
    <span class="empty-icon">
      <Icon name={icon} size={size === "sm" ? 20 : 24} />
    </span>
    <p class="empty-title">{title}</p>
    {children && <p class="empty-words">{children}</p>}
    {action && <div class="empty-action">{action}</div>}
  </div>
);
