import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";

export interface MenuProps {
  /** Words of the opener; with `iconOnly` its name for screen readers. "More" unless said otherwise. */
  label?: string | undefined;
  icon?: IconName | undefined;
  iconOnly?: boolean | undefined;
  kind?: "secondary" | "quiet" | undefined;
  size?: "md" | "sm" | undefined;
  /** Which edge of the opener the list lines up with. */
  align?: "start" | "end" | undefined;
  /** Opens upwards, for menus at the bottom of the screen. */
  up?: boolean | undefined;
  /** Instead of icon and words, e.g. an avatar. */
  opener?: ComponentChildren;
  hotkey?: string | undefined;
  children: ComponentChildren;
}

/**
 * A list behind a button, made of `details`, so that it opens without script. The client closes it on Escape and on a
 * click elsewhere and adds the arrow keys.
 */
export const Menu = ({ label, icon, iconOnly, kind = "secondary", size, align = "start", up, ...rest }: MenuProps) => {
  const words = useWords();
  const said = label ?? words.more;
  return (
    <details class={cx("menu-details", up && "menu-up", align === "end" && "menu-end")} name="menu" data-menu>
      <summary
        class={cx(
          rest.opener ? "menu-opener" : cx("btn", `btn-${kind}`, size === "sm" && "btn-sm"),
          !rest.opener && iconOnly && "btn-square",
        )}
        title={iconOnly ? said : undefined}
        data-hotkey={rest.hotkey}
      >
        {rest.opener ?? (
          <>
            {(icon || iconOnly) && <Icon name={icon ?? "ellipsis"} size={size === "sm" ? 14 : 16} />}
            <span class={iconOnly ? "sr-only" : undefined}>{said}</span>
            {!iconOnly && <Icon name="chevron-down" size={14} />}
          </>
        )}
      </summary>
      <div class="menu-list">{rest.children}</div>
    </details>
  );
};

interface Entry {
  icon?: IconName | undefined;
  children: ComponentChildren;
  /** Shown at the end of the row. */
  hint?: ComponentChildren;
  danger?: boolean | undefined;
}
const Row = ({ icon, children, hint }: Entry) => (
  <>
    {icon && <Icon name={icon} />}
    <span class="menu-words">{children}</span>
    {hint && <span class="menu-hint">{hint}</span>}
  </>
);

export interface MenuLinkProps extends Entry {
  href: string;
  current?: boolean | undefined;
  /** Key for it, also while the menu is closed. */
  hotkey?: string | undefined;
}
export const MenuLink = ({ href, current, hotkey, ...entry }: MenuLinkProps) => (
  <a
    class={cx("menu-row", entry.danger && "menu-danger")}
    href={href}
    aria-current={current ? "true" : undefined}
    data-hotkey={hotkey}
  >
    <Row {...entry} />
    {current && <Icon name="check" />}
  </a>
);

export interface MenuButtonProps extends Entry {
  /** Where it posts to. A menu entry that changes something is its own little form. */
  action: string;
  name?: string | undefined;
  value?: string | undefined;
  /** Further hidden fields. */
  fields?: Readonly<Record<string, string>> | undefined;
  current?: boolean | undefined;
  turbo?: boolean | undefined;
  /** The lane that this brings a card to (islands/drag-cards.ts). */
  to?: string | undefined;
}
export const MenuButton = ({ action, name, value, fields, current, turbo, to, ...entry }: MenuButtonProps) => (
  <form action={action} method="post" data-turbo={turbo === false ? "false" : undefined}>
    {Object.entries(fields ?? {}).map(([key, kept]) => (
      <input key={key} type="hidden" name={key} value={kept} />
    ))}
    <button
      type="submit"
      class={cx("menu-row", entry.danger && "menu-danger")}
      name={name}
      value={value}
      data-to={to}
      aria-current={current ? "true" : undefined}
    >
      <Row {...entry} />
      {current && <Icon name="check" />}
    </button>
  </form>
);

export interface MenuSearchProps {
  /** What is searched; also the placeholder. */
  label: string;
  /** The sentence when no row fits. */
  none: string;
}

/** The first thing in a long menu: shows only rows in which every typed word stands (client/menus.ts). */
export const MenuSearch = ({ label, none }: MenuSearchProps) => (
  <div class="menu-search script-only">
    {/* Belongs to no form, also where the menu stands in one: what is searched is nothing to send or to keep. */}
    <input
      class="input"
      type="search"
      form=""
      placeholder={label}
      aria-label={label}
      autocomplete="off"
      data-menu-search
    />
    <p class="menu-none" role="status" data-menu-none={none} />
  </div>
);

export const MenuHeading = ({ children }: { children: ComponentChildren }) => <p class="menu-heading">{children}</p>;
export const MenuSeparator = () => <hr class="menu-separator" />;
