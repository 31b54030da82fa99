import { isAgent, isSignedIn, hasRole } from "../platform/actor.ts";
import type { NavigationEntry } from "../platform/feature.ts";
import type { Ask } from "../platform/http/route.ts";
import { locales } from "../platform/i18n/index.ts";
import {
  Flash,
  MenuButton,
  MenuLink,
  MenuSeparator,
  type AccountView,
  type IconName,
  type LanguageLink,
} from "../ui/index.ts";
import { words } from "./words.ts";

/** The person's own menu: profile and the like, the other surfaces, signing out. Undefined for visitors. */
export const accountOf = ({ actor }: Ask, entries: readonly NavigationEntry[]): AccountView | undefined => {
  if (!isSignedIn(actor)) return undefined;
  const w = words[actor.locale];
  return {
    name: actor.name,
    about: actor.email ?? undefined,
    menu: (
      <>
        {entries
          .filter((entry) => entry.inAccountMenu)
          .map((entry) => (
            <MenuLink key={entry.href} href={entry.href} icon={entry.icon as IconName}>
              {entry.label}
            </MenuLink>
          ))}
        {isAgent(actor) && (
          <>
            <MenuSeparator />
            <MenuLink href="/desk" icon="inbox">
              {w.desk}
            </MenuLink>
            <MenuLink href="/" icon="house">
              {w.portal}
            </MenuLink>
          </>
        )}
        {hasRole(actor, "administrator") && (
          <MenuLink href="/admin" icon="settings">
            {w.settings}
          </MenuLink>
        )}
        <MenuSeparator />
        <MenuButton action="/sign-out" icon="log-out" turbo={false}>
          {w.signOut}
        </MenuButton>
      </>
    ),
  };
};

/** The same page in each language. */
export const languagesOf = ({ actor, url }: Ask): LanguageLink[] =>
  locales.map((locale) => ({
    locale,
    label: words[locale].languageNames[locale],
    href: `/language?to=${locale}&next=${encodeURIComponent(url)}`,
    current: locale === actor.locale,
  }));

/** What the previous page had to say. */
export const FlashOf = ({ flash }: Pick<Ask, "flash">) =>
  flash ? (
    <Flash id="flash" tone={flash.tone} {...(flash.undo && { undo: flash.undo })}>
      {flash.text}
    </Flash>
  ) : null;
