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

/** A tab's icon made of the desk's first letter, as an address of its own (`data:`). */
export const monogramIcon = (name: string, colour: string | undefined): string => {
  const letter = [...name].find((sign) => /[\p{L}\p{N}]/u.test(sign)) ?? "T";
  const fill = `#${(colour && brandKey(colour)) ?? "00646b"}`;
  const text = `<text x="16" y="22.5" text-anchor="middle" font-family="sans-serif" font-weight="600" font-size="18" fill="#fff">${letter.toUpperCase()}</text>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="${fill}"/>${text}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};
