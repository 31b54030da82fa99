const words = {
  de: "der die das und ist nicht ich sie wir mit auf für bitte habe haben ein eine einen zu von dem den im bei kann können wie hallo guten tag danke dank gruß grüße grüßen sehr geehrte geehrter uns unser unsere wenn aber auch noch",
  en: "the and is not you we with on for please have has a an to of in at can could how hello dear thanks thank regards kind best our us if but also it this that when i my your are was",
};

const sets = { de: new Set(words.de.split(" ")), en: new Set(words.en.split(" ")) };

/**
 * The language a message is written in, by its header or by its commonest words; undefined when it is short or it is
 * neither.
 */
export const languageOf = ({ contentLanguage, text }: { contentLanguage: string; text: string }) => {
  const said = /^\s*(de|en)\b/i.exec(contentLanguage)?.[1]?.toLowerCase();
  const counts = { de: 0, en: 0 };
  for (const word of text
    .slice(0, 4_000)
    .toLowerCase()
    .split(/[^\p{L}]+/u))
    for (const language of ["de", "en"] as const) if (sets[language].has(word)) counts[language]++;
  // Two words more than the other: "in" and "was" are words of both.
  if (counts.de >= counts.en + 2) return "de";
  if (counts.en >= counts.de + 2) return "en";
  return said === "de" || said === "en" ? said : undefined;
};
