import type { ComponentChildren } from "preact";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";

export interface ActionCardProps {
  href: string;
  icon: IconName;
  title: string;
  children?: ComponentChildren;
}

/** A large target that leads somewhere, for start pages. */
export const ActionCard = ({ href, icon, title, children }: ActionCardProps) => (
  <a class="action-card" href={href}>
    <span class="action-card-icon">
      <Icon name={icon} size={20} />
    </span>
    <span class="action-card-words">
      <span class="action-card-title">{title}</span>
      {children && <span class="action-card-about">{children}</span>}
    </span>
    <Icon name="arrow-right" class="action-card-arrow" />
  </a>
);

export const ActionCards = ({ children }: { children: ComponentChildren }) => (
  <div class="action-cards">{children}</div>
);
