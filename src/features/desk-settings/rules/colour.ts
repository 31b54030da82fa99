/** As the program is shipped; also the kit's own colour. */
export const shippedColour = "#00646b";

/** `#8A2BE2` or `8a2be2` → `#8a2be2`; undefined for anything that is no colour of this form. */
export const readColour = (text: string): string | undefined => {
  const hex = /^#?([0-9a-f]{6})$/.exec(text.trim().toLowerCase())?.[1];
  return hex && `#${hex}`;
};
