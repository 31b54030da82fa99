import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";
import { Badge } from "./tag.tsx";

export interface TabItem {
  href: string;
  label: string;
  /** Already formatted. */
  count?: string | undefined;
  icon?: IconName | undefined;
  current?: boolean | undefined;
}

export interface TabsProps {
  /** What the tabs divide, for screen readers. */
  label: string;
  items: readonly TabItem[];
}

/** Parts of one subject, each an address of its own. */
export const Tabs = ({ label, items }: TabsProps) => (
  <nav class="tab-bar" aria-label={label}>
    <ul>
      {items.map((item) => (
        <li key={item.href}>
          <a class="tab-link" href={item.href} aria-current={item.current ? "page" : undefined}>
            {item.icon && <Icon name={item.icon} />}
            {item.label}
            {item.count && <Badge>{item.count}</Badge>}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
