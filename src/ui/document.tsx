import type { ComponentChildren } from "preact";
import { brandHref, monogramIcon } from "./brand.ts";
import { UiProvider, type Ui } from "./context.tsx";

export interface DocumentProps {
  ui: Ui;
  /** Of the page; the desk's name is added. */
  title: string;
  /** The desk's name. */
  siteName?: string | undefined;
  description?: string | undefined;
  /** Decides the density. */
  surface: "portal" | "desk";
  /** `system` follows the machine. */
  theme?: "system" | "light" | "dark" | undefined;
  /** The desk's colour as `#rrggbb`; anything else is left out. Its style sheet is `brandHref(colour)`. */
  brandColour?: string | undefined;
  /** Address of the live stream for this page, topics included; see client/live.ts. */
  liveUrl?: string | undefined;
  /** `false` switches the single-key shortcuts off (WCAG 2.1.4). */
  hotkeys?: boolean | undefined;
  /** Keeps search engines out; set for whatever needs a sign-in. */
  unlisted?: boolean | undefined;
  /** The tab's icon; without one it is made of the desk's first letter. */
  faviconHref?: string | undefined;
  children: ComponentChildren;
}

/** The page around everything. Put `<!doctype html>` before it. */
export const Document = ({ ui, title, siteName, surface, theme = "system", children, ...rest }: DocumentProps) => {
  const brand = rest.brandColour ? brandHref(rest.brandColour) : undefined;
  return (
    <html
      lang={ui.locale}
      data-theme={theme === "system" ? undefined : theme}
      data-hotkeys={rest.hotkeys === false ? "off" : undefined}
      data-time-zone={ui.timeZone}
    >
      <head>
        <meta charset="utf-8" />
        <title>{siteName ? `${title} · ${siteName}` : title}</title>
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content={theme === "system" ? "light dark" : theme} />
        {rest.description && <meta name="description" content={rest.description} />}
        {rest.unlisted && <meta name="robots" content="noindex" />}
        <meta name="csp-nonce" content={ui.nonce} />
        <meta name="turbo-refresh-method" content="morph" />
        <meta name="turbo-refresh-scroll" content="preserve" />
        {/* A stale page shown for a blink would be a lie about a ticket's state. */}
        <meta name="turbo-cache-control" content="no-preview" />
        {/* Pointing at a link must not count as having read what is behind it. */}
        <meta name="turbo-prefetch" content="false" />
        {rest.liveUrl && <meta name="live" content={rest.liveUrl} />}
        <link rel="icon" href={rest.faviconHref ?? monogramIcon(siteName ?? title, rest.brandColour)} />
        <link rel="stylesheet" href={ui.asset("app.css")} data-turbo-track="reload" />
        {brand && <link rel="stylesheet" href={brand} />}
        <script type="module" src={ui.asset("app.js")} nonce={ui.nonce} data-turbo-track="reload" />
      </head>
      <body data-surface={surface}>
        <UiProvider ui={ui}>{children}</UiProvider>
      </body>
    </html>
  );
};
