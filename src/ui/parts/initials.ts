const particles = new Set(["von", "van", "de", "der", "den", "zu", "zum", "zur", "dr", "prof", "med", "ing", "dipl"]);

/** At most two letters for a name: "Dr. Maria von der Heide" → "MH", "support@acme.example" → "S". */
export const initialsOf = (name: string): string => {
  const words = name
    .replace(/@.*/, "")
    .split(/[\s.,_/–-]+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word));
  const proper = words.filter((word) => !particles.has(word.toLowerCase()));
  const chosen = proper.length > 0 ? proper : words;
  const ends = chosen.length > 1 ? [chosen[0], chosen.at(-1)] : chosen.slice(0, 1);
  return (
    ends
      .map((word) => [...(word ?? "")].find((sign) => /\p{L}|\p{N}/u.test(sign)) ?? "")
      .join("")
      .toLocaleUpperCase("de") || "?"
  );
};

export const avatarHues = 8;

/** 0…7, the same for the same name on every machine (FNV-1a, whose low bits alone would crowd). */
export const avatarHue = (name: string): number => {
  let sum = 2_166_136_261;
  for (const sign of name.trim().toLowerCase()) sum = Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 16_777_619);
  return ((sum ^ (sum >>> 13)) >>> 0) % avatarHues;
};
