import type { ComponentChildren } from "preact";
import { Flashes } from "../actions/flash.tsx";
import { BrandMark, LanguageLinks, SkipLink } from "./nav.tsx";
import type { Brand, LanguageLink } from "./nav.tsx";

export interface AuthLayoutProps {
  brand: Brand;
  /** Left out where the content says it. */
  title?: string | undefined;
  /** One sentence below the title. */
  about?: ComponentChildren;
  languages?: readonly LanguageLink[] | undefined;
  flashes?: ComponentChildren;
  /** Below the card: another way, e.g. "No account yet?". */
  below?: ComponentChildren;
  /** `lg` for set-up with several fields. */
  size?: "md" | "lg" | undefined;
  children: ComponentChildren;
}

/** One card in the middle: signing in, setting a password, setting the desk up. */
export const AuthLayout = ({
  brand,
  title,
  about,
  languages,
  flashes,
  below,
  size = "md",
  children,
}: AuthLayoutProps) => (
  <div class="auth">
    <SkipLink />
    <header class="auth-head">
      <BrandMark brand={brand} />
    </header>
    <main id="main" class={`auth-main auth-${size}`} tabIndex={-1}>
      <div class="auth-card">
        {title && <h1>{title}</h1>}
        {about && <p class="auth-about">{about}</p>}
        {children}
      </div>
      {below && <div class="auth-below">{below}</div>}
    </main>
    {languages && (
      <footer class="auth-foot">
        <LanguageLinks languages={languages} />
      </footer>
    )}
    <Flashes>{flashes}</Flashes>
  </div>
);
