import type { ComponentChildren } from "preact";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";
import { toneIcon, type Tone } from "./tone.ts";

export interface NoticeProps {
  tone?: Tone | undefined;
  icon?: IconName | undefined;
  title?: string | undefined;
  children?: ComponentChildren;
  actions?: ComponentChildren;
}

/** Something to know before going on, in the flow of the page. What just happened is a `Flash`. */
export const Notice = ({ tone = "info", icon, title, children, actions }: NoticeProps) => (
  <div class={cx("notice", `tone-${tone}`)}>
    <Icon name={icon ?? toneIcon[tone]} />
    <div class="notice-words">
      {title && <p class="notice-title">{title}</p>}
      {children && <div>{children}</div>}
      {actions && <div class="row">{actions}</div>}
    </div>
  </div>
);
