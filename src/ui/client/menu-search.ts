const plain = (text: string): string => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** Whether every typed word stands in the text, as a word or a part of one; accents and case do not count. */
export const fitsWords = (text: string, typed: string): boolean => {
  const inText = plain(text);
  return plain(typed)
    .split(/\s+/)
    .every((word) => inText.includes(word));
};
