import type { ComponentChildren } from "preact";
import { LinkButton } from "../actions/button.tsx";
import { Flashes } from "../actions/flash.tsx";
import { useWords } from "../context.tsx";
import { AccountMenu, BrandMark, LanguageLinks, NavLink, NavOpener, SkipLink } from "./nav.tsx";
import type { AccountView, Brand, LanguageLink, NavItem } from "./nav.tsx";

export interface PortalLayoutProps {
  brand: Brand;
  nav: readonly NavItem[];
  /** Who is signed in; otherwise a way to sign in is shown. */
  account?: AccountView | undefined;
  signInHref?: string | undefined;
  languages?: readonly LanguageLink[] | undefined;
  /** At the foot: imprint, privacy … */
  footer?: readonly { href: string; label: string }[] | undefined;
  /** `Flash` elements of this answer. */
  flashes?: ComponentChildren;
  /** A band across the whole width above the content, for start pages. */
  hero?: ComponentChildren;
  /** `form` and `read` are columns for one thing at a time, `page` holds lists, `wide` tables. */
  width?: "form" | "read" | "page" | "wide" | undefined;
  children: ComponentChildren;
}

/** What customers see: roomy, one thing at a time. */
export const PortalLayout = ({
  brand,
  nav,
  account,
  signInHref,
  languages,
  footer,
  flashes,
  hero,
  ...rest
}: PortalLayoutProps) => {
  const words = useWords();
  return (
    <div class="portal">
      <SkipLink />
      <header class="portal-head">
        <div class="portal-head-row">
          {nav.length > 0 && <NavOpener target="portal-nav" label={words.menu} />}
          <BrandMark brand={brand} />
          {nav.length > 0 && (
            <nav class="portal-nav" id="portal-nav" popover="auto" aria-label={words.mainNavigation}>
              <ul>
                {nav.map((item) => (
                  <li key={item.href}>
                    <NavLink item={item} />
                  </li>
                ))}
              </ul>
            </nav>
          )}
          <div class="portal-account">
            {account ? (
              <AccountMenu account={account} />
            ) : (
              signInHref && (
                <LinkButton href={signInHref} size="sm" icon="log-in">
                  {words.signIn}
                </LinkButton>
              )
            )}
          </div>
        </div>
      </header>
      <main id="main" class="portal-main" tabIndex={-1}>
        {hero && <div class="portal-hero">{hero}</div>}
        <div class={`portal-column portal-${rest.width ?? "page"}`}>{rest.children}</div>
      </main>
      <footer class="portal-foot">
        <div class="portal-foot-row">
          <span>{brand.name}</span>
          {footer && (
            <ul class="portal-foot-links">
              {footer.map((link) => (
                <li key={link.href}>
                  <a href={link.href}>{link.label}</a>
                </li>
              ))}
            </ul>
          )}
          {languages && <LanguageLinks languages={languages} />}
        </div>
      </footer>
      <Flashes>{flashes}</Flashes>
    </div>
  );
};
