import type { ComponentChildren } from "preact";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { Icon } from "../icon.tsx";
import type { IconName } from "../icon-names.ts";
import { Avatar } from "../parts/avatar.tsx";
import { Menu } from "../actions/menu.tsx";

export interface NavItem {
  href: string;
  label: string;
  icon?: IconName | undefined;
  /** Already formatted. */
  count?: string | undefined;
  /** What the count counts, for screen readers, e.g. "open". */
  countLabel?: string | undefined;
  current?: boolean | undefined;
  /** E.g. `g i`. */
  hotkey?: string | undefined;
  /** Also stands in the bar at the foot of a phone; up to four. */
  dock?: boolean | undefined;
}

export interface NavGroup {
  heading?: string | undefined;
  items: readonly NavItem[];
}

export interface Brand {
  /** The desk's name. */
  name: string;
  href: string;
  /** Its picture; without one a monogram is drawn. */
  logoSrc?: string | undefined;
}

export interface AccountView {
  name: string;
  /** E.g. the address or the role. */
  about?: string | undefined;
  src?: string | undefined;
  /** `MenuLink`, `MenuButton` … ends with signing out. */
  menu: ComponentChildren;
}

export interface LanguageLink {
  /** E.g. `de`. */
  locale: string;
  /** In its own language: "Deutsch". */
  label: string;
  href: string;
  current?: boolean | undefined;
}

export const BrandMark = ({ brand, compact }: { brand: Brand; compact?: boolean | undefined }) => (
  <a class="brand" href={brand.href}>
    {brand.logoSrc ? (
      <img class="brand-logo" src={brand.logoSrc} alt="" />
    ) : (
      <span class="brand-monogram" aria-hidden="true">
        {[...brand.name][0]}
      </span>
    )}
    <span class={cx("brand-name", compact && "brand-name-compact")}>{brand.name}</span>
  </a>
);

export const NavLink = ({ item, class: extra }: { item: NavItem; class?: string | undefined }) => (
  <a
    class={cx("nav-link", extra)}
    href={item.href}
    aria-current={item.current ? "page" : undefined}
    data-hotkey={item.hotkey}
    title={item.label}
  >
    {item.icon && <Icon name={item.icon} />}
    <span class="nav-words">{item.label}</span>
    {item.count && (
      <span class="nav-count">
        {item.count}
        {item.countLabel && <span class="sr-only"> {item.countLabel}</span>}
      </span>
    )}
  </a>
);

export const NavGroups = ({ groups }: { groups: readonly NavGroup[] }) => (
  <>
    {groups.map((group, index) => (
      <div key={group.heading ?? index} class="nav-group">
        {group.heading && <h2 class="nav-heading">{group.heading}</h2>}
        <ul>
          {group.items.map((item) => (
            <li key={item.href}>
              <NavLink item={item} />
            </li>
          ))}
        </ul>
      </div>
    ))}
  </>
);

export const AccountMenu = ({ account }: { account: AccountView }) => {
  const words = useWords();
  return (
    <Menu
      align="end"
      label={words.accountMenu}
      opener={
        <>
          <Avatar name={account.name} src={account.src} size="sm" />
          <span class="sr-only">
            {words.accountMenu}: {account.name}
          </span>
          <Icon name="chevron-down" size={14} />
        </>
      }
    >
      <div class="account-who">
        <p class="account-name">{account.name}</p>
        {account.about && <p class="small muted">{account.about}</p>}
      </div>
      {account.menu}
    </Menu>
  );
};

export const LanguageLinks = ({ languages }: { languages: readonly LanguageLink[] }) => {
  const words = useWords();
  return (
    <nav class="languages" aria-label={words.language}>
      <Icon name="globe" size={14} />
      <ul>
        {languages.map((language) => (
          <li key={language.locale}>
            <a
              href={language.href}
              lang={language.locale}
              hreflang={language.locale}
              aria-current={language.current ? "true" : undefined}
              data-turbo="false"
            >
              {language.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

export const SkipLink = () => {
  const words = useWords();
  return (
    <a class="skip-link" href="#main">
      {words.skip}
    </a>
  );
};

/** Opens the navigation with this id on narrow screens; `popover` needs no script. */
export const NavOpener = ({ target, label }: { target: string; label: string }) => (
  <button type="button" class="btn btn-quiet btn-square nav-opener" popovertarget={target} title={label}>
    <Icon name="menu" size={20} />
    <span class="sr-only">{label}</span>
  </button>
);
