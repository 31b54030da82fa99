import type { ComponentChildren } from "preact";
import { Flashes } from "../actions/flash.tsx";
import { useWords } from "../context.tsx";
import { cx } from "../cx.ts";
import { SearchBox, type SearchBoxProps } from "../forms/search-box.tsx";
import { AccountMenu, BrandMark, NavGroups, NavLink, NavOpener, SkipLink } from "./nav.tsx";
import type { AccountView, Brand, NavGroup } from "./nav.tsx";

export interface DeskLayoutProps {
  brand: Brand;
  /** Views with their counts, then the other places. */
  groups: readonly NavGroup[];
  account: AccountView;
  search?: SearchBoxProps | undefined;
  /** At the right of the top bar, e.g. "New ticket" and the bell. */
  actions?: ComponentChildren;
  flashes?: ComponentChildren;
  /** A list beside the main part, on wide screens only. */
  list?: ComponentChildren;
  /** Facts about what is shown: right of it on laptops, below it on phones. */
  aside?: ComponentChildren;
  /** Name of the aside for screen readers; "Details" unless said otherwise. */
  asideLabel?: string | undefined;
  /** `flush` lets a table reach the edges; `read` keeps a column of comfortable width. */
  width?: "flush" | "read" | "full" | undefined;
  children: ComponentChildren;
}

/** What agents live in: views at the left, one to three columns beside, depending on the room. */
export const DeskLayout = ({
  brand,
  groups,
  account,
  search,
  actions,
  flashes,
  list,
  aside,
  ...rest
}: DeskLayoutProps) => {
  const words = useWords();
  const dock = groups.flatMap((group) => group.items).filter((item) => item.dock);
  return (
    <div class={cx("desk", Boolean(list) && "desk-with-list", Boolean(aside) && "desk-with-aside")}>
      <SkipLink />
      <nav class="desk-nav" id="desk-nav" popover="auto" aria-label={words.mainNavigation}>
        <BrandMark brand={brand} />
        <NavGroups groups={groups} />
      </nav>
      <header class="desk-bar">
        <NavOpener target="desk-nav" label={words.menu} />
        {search && <SearchBox {...search} />}
        <div class="desk-bar-end">
          {actions}
          <AccountMenu account={account} />
        </div>
      </header>
      {list && (
        <section class="desk-list" aria-label={words.list}>
          {list}
        </section>
      )}
      <main id="main" class={`desk-main desk-${rest.width ?? "full"}`} tabIndex={-1}>
        {rest.children}
      </main>
      {aside && (
        <aside class="desk-aside" aria-label={rest.asideLabel ?? words.details}>
          {aside}
        </aside>
      )}
      {dock.length > 0 && (
        <nav class="desk-dock" aria-label={words.views}>
          {dock.slice(0, 4).map((item) => (
            <NavLink key={item.href} item={{ ...item, hotkey: undefined }} class="dock-link" />
          ))}
        </nav>
      )}
      <Flashes>{flashes}</Flashes>
    </div>
  );
};
