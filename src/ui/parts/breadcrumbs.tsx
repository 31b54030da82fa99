import { useWords } from "../context.tsx";
import { Icon } from "../icon.tsx";

export interface Crumb {
  label: string;
  href: string;
}

export interface BreadcrumbsProps {
  /** From the start page down to the parent; the page itself is its heading. */
  items: readonly Crumb[];
}

export const Breadcrumbs = ({ items }: BreadcrumbsProps) => {
  const words = useWords();
  return (
    <nav class="crumbs" aria-label={words.breadcrumbs}>
      <ol>
        {items.map((item, index) => (
          <li key={item.href}>
            {index > 0 && <Icon name="chevron-right" size={14} />}
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
};
