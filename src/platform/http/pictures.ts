import { personIdOf } from "../actor.ts";
import type { Locale } from "../i18n/index.ts";
import type { Answer, Ask } from "./route.ts";

/** Whose pictures from elsewhere this reader has asked for, on this page. */
export interface AskedPictures {
  shown: number | undefined;
  /** What the address says to ask for them: for this reader only, so that nobody can be sent to a page that fetches them. */
  keyOf(id: number): string;
}

/** `kind`: of what, because the numbers of different things are the same. */
export const askedPictures = (
  { context: { signer }, actor, query }: Pick<Ask, "context" | "actor" | "query">,
  kind: string,
): AskedPictures => {
  const factOf = (id: number): string => `${kind} ${id} for ${String(personIdOf(actor))}`;
  const [id = "", signature = ""] = (query.get("pictures") ?? "").split("-");
  const isAsked = /^\d{1,15}$/.test(id) && signer.verify("pictures", factOf(Number(id)), signature);
  return {
    shown: isAsked ? Number(id) : undefined,
    keyOf: (of) => `${of}-${signer.sign("pictures", factOf(of))}`,
  };
};

/** As on paper, whatever the reader's colours are: pictures of letters are made for white. */
const styles = `
:root { color-scheme: light }
body { margin: 0; padding: 12px; background: #fff; color: #1d2127; font: 15px/1.5 system-ui, sans-serif; overflow-wrap: anywhere }
img { max-width: 100%; height: auto }
table { max-width: 100% }
pre { overflow: auto; white-space: pre-wrap }
blockquote { margin-inline: 0; padding-inline-start: 12px; border-inline-start: 3px solid #c9ced6 }
a { color: #1d4ed8 }
.said-bold { font-weight: 600 } .said-italic { font-style: italic }
.said-underlined { text-decoration: underline } .said-struck { text-decoration: line-through }
.said-marked { background: #fdf0b5 } .said-centred { text-align: center } .said-right { text-align: end }
.said-red { color: #b91c1c } .said-orange { color: #9a4a00 } .said-green { color: #11702f }
.said-blue { color: #1d4ed8 } .said-purple { color: #7e22ce } .said-target { color: #59616d }
`;

/**
 * A letter with the pictures that lie elsewhere, for a frame on a page of ours: without an origin, so that nobody is told a
 * cookie; without scripts, forms and styles from elsewhere; and whoever is asked for a picture does not learn from where.
 */
export const framedLetter = ({ html, locale }: { html: string; locale: Locale }): Answer => ({
  kind: "html",
  status: 200,
  html: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>…</title><base target="_blank"><style>${styles}</style></head><body>${html}</body></html>`,
  headers: {
    "referrer-policy": "no-referrer",
    "content-security-policy":
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src https: http: data:; style-src 'unsafe-inline'; frame-ancestors 'self'",
  },
});
