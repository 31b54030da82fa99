import type { ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Locale } from "../../platform/i18n/index.ts";
import { MailBrand, mailColour, MailPreviewDesk, type MailDesk } from "./brand.tsx";
import { MailWords } from "./mail-text.tsx";
import { words } from "./words.ts";
import { block, body, deskLine, faint, faintRule, headline } from "./styles.ts";

export interface MailLayoutProps {
  locale: Locale;
  /** The desk in whose name the mail is sent. */
  desk: MailDesk;
  /** What a mail program shows beside the subject in its list; not repeated in the mail itself. */
  preview?: string | undefined;
  heading?: ComponentChildren;
  /** Why the reader gets this mail, a whole sentence: "You get this mail because …". */
  reason: ComponentChildren;
  /** How to get no more of them, where the reader can decide that. */
  leave?: ComponentChildren;
  children?: ComponentChildren;
}

/**
 * The whole document of a mail. It names no background and no text colour, so that mail programs with a dark theme
 * show it dark; what stands back is made faint by opacity, which is right on both.
 */
export const MailLayout = ({ desk: sender, ...mail }: MailLayoutProps) => {
  const desk = useContext(MailPreviewDesk) ?? sender;
  const { locale, preview, heading, reason, leave, children } = mail;
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{desk.name}</title>
      </head>
      <body style={body}>
        {preview !== undefined && (
          <div class="mail-preview" style={{ display: "none", maxHeight: "0", overflow: "hidden" }}>
            {preview}
          </div>
        )}
        <div role="article" lang={locale} style={{ maxWidth: "560px", margin: "0 auto", padding: "24px 16px" }}>
          <div class="mail-desk" style={{ ...deskLine, borderLeft: `4px solid ${mailColour(desk)}` }}>
            {desk.name}
          </div>
          {heading !== undefined && <h1 style={headline}>{heading}</h1>}
          <MailBrand.Provider value={mailColour(desk)}>{children}</MailBrand.Provider>
          <div style={{ ...faintRule, ...faint, fontSize: "13px", marginTop: "32px", paddingTop: "16px" }}>
            <p style={{ ...block, margin: "0 0 4px" }}>{reason}</p>
            {leave !== undefined && <p style={{ ...block, margin: "0 0 4px" }}>{leave}</p>}
            <p style={{ ...block, margin: "0" }}>
              {desk.mailFooter ? <MailWords text={desk.mailFooter} /> : words[locale].sentBy(desk.name)}
            </p>
          </div>
        </div>
      </body>
    </html>
  );
};
