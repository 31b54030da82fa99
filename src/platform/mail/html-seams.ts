/** A place in the HTML: the first words there, and how many lines say the same before it. */
export interface Seam {
  words: string;
  before: number;
}

/** Where the HTML itself says what a part of it is. */
export interface Seams {
  /** Repeated words begin. */
  old: readonly Seam[];
  signature: readonly Seam[];
}

type Attributes = Readonly<Record<string, string>>;

const old = {
  ids: /^(x_)*(divrplyfwdmsg|appendonsend|olk_src_body_section|reply-intro|replysplit|replybody\d|mail-editor-reference-message-container|orgmailcontent)$/i,
  classes:
    /(^|\s)(x_)*(gmail_quote|gmail_quote_container|gmail_attr|moz-cite-prefix|moz-email-headers-table|protonmail_quote|tutanota_quote|zmail_extra|yahoo_quoted|\w{0,40}yahoo_quoted|replyheader|hmmessage_quote|wisestamp_quote|freebirdq|ms-outlook-mobile-reference-message|missive_quote|front-blockquote|spark_quote|quote_header|bloop_original_html|airmail_on|mb-quote)(\s|$)/i,
};

/**
 * Whether repeated words begin at this element, as mail programs mark them: Outlook in the web (`divRplyFwdMsg`), Outlook
 * (a line above a block of headers), Gmail, Apple Mail, Thunderbird, Yahoo, GMX and web.de (`name="quote"`), Roundcube …
 */
export const isOldWords = (name: string, { id = "", class: classes = "", style = "", ...rest }: Attributes): boolean =>
  old.ids.test(id) ||
  old.classes.test(classes.slice(0, 500)) ||
  rest["name"] === "quote" ||
  rest["name"] === "messageReplySection" ||
  rest["data-marker"] === "__HEADERS__" ||
  (name === "blockquote" && rest["type"] === "cite") ||
  // Outlook draws the line above its block of headers only there.
  (name === "div" && /border:\s*none;\s*border-top:\s*solid\s+(#e1e1e1|#b5c4df)\s+1\.0pt/i.test(style.slice(0, 500)));

const signatureIds =
  /^(x_)*(signature|applemailsignature|ms-outlook-mobile-signature|ms-outlook-mobile-body-separator-line|yahoo_signature|compose-signature|composer_signature|_rc_sig|\w{0,40}-signature)$/i;
const signatureClasses =
  /(^|\s)(x_)*(gmail_signature|gmail_signature_prefix|moz-signature|protonmail_signature_block|ms-outlook-mobile-signature|yahoo-signature|ydp\w{0,20}signature|applemailsignature|zmail_signature|front-signature|missive_signature)(\s|$)/i;

/** Whether a signature begins at this element. */
export const isSignature = ({ id = "", class: classes = "", ...rest }: Attributes): boolean =>
  signatureIds.test(id) ||
  signatureClasses.test(classes.slice(0, 500)) ||
  rest["data-smartmail"] === "gmail_signature" ||
  rest["name"] === "messageSignatureSection";

/** What stands at the places where something begins, by the lines that were finished before each. */
export const seamsIn = (lines: readonly string[], places: readonly { kind: keyof Seams; line: number }[]): Seams => {
  const seams: Record<keyof Seams, Seam[]> = { old: [], signature: [] };
  if (places.length === 0) return seams;
  const kinds = new Map<number, Set<keyof Seams>>();
  for (const { kind, line } of places) {
    const at = lines.slice(line, line + 20).findIndex((each) => /[\p{L}\p{N}]/u.test(each));
    if (at >= 0) kinds.set(line + at, (kinds.get(line + at) ?? new Set()).add(kind));
  }
  const before = new Map<string, number>();
  const last = Math.max(-1, ...kinds.keys());
  for (const [index, line] of lines.slice(0, last + 1).entries()) {
    const words = bare(line);
    const count = before.get(words) ?? 0;
    for (const kind of kinds.get(index) ?? []) seams[kind].push({ words, before: count });
    before.set(words, count + 1);
  }
  return seams;
};

const bare = (line: string): string =>
  line
    .slice(0, 500)
    .replace(/^[>\s]+/, "")
    .trim();
