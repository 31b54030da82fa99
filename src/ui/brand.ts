const hex = /^[0-9a-f]{6}$/;

/** `#8A2BE2` → `8a2be2`; undefined for anything that is no colour of this form. */
const brandKey = (colour: string): string | undefined => {
  const key = colour.replace(/^#/, "").toLowerCase();
  return hex.test(key) ? key : undefined;
};

/**
 * Where the style sheet of a brand's colour is. A sheet of its own, because the security policy forbids styles in the
 * page, also in pages that are only fetched for a refresh.
 */
export const brandHref = (colour: string): string | undefined => {
  const key = brandKey(colour);
  return key && `/brand/${key}.css`;
};

/** What that address answers (`text/css`, may be cached for ever); undefined for anything that is no colour. */
export const brandSheet = (colour: string): string | undefined => {
  const key = brandKey(colour);
  return key && `:root{--brand:#${key}}\n`;
};
