const longest = 200_000;

/** Message-IDs in angle brackets. Some programs forget the brackets, others write comments beside them. */
export const messageIdsIn = (raw: string): string[] => {
  const text = raw.slice(0, longest);
  const bracketed = text.match(/<[^<>\s\p{Cc}]{1,500}>/gu);
  if (bracketed) return bracketed;
  // Blanks and comments inside of the brackets are allowed by an old standard.
  const loose = /<([^<>]{1,500}@[^<>]{1,500})>/.exec(text)?.[1]?.replace(/\([^()]*\)|[\s\p{Cc}]+/gu, "");
  if (loose) return [`<${loose}>`];
  return text
    .split(/[\s,]+/)
    .flatMap((word) => (/^[^<>\s\p{Cc}]{1,500}@[^<>\s\p{Cc}]{1,500}$/u.test(word) ? `<${word}>` : []));
};
