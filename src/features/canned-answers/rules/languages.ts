interface Texts {
  en: string;
  de: string;
}

/** Words that are often needed, in one language or both; see placeholders.ts for what may stand in them. */
export interface CannedAnswer {
  id: number;
  /** What agents find it by. */
  titles: Texts;
  texts: Texts;
  isRetired: boolean;
}

/** The words in the wanted language, or in the other one where that is missing. */
export const inLanguage = (texts: Texts, wanted: keyof Texts): string =>
  texts[wanted] || texts[wanted === "en" ? "de" : "en"];
