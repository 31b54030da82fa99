import { phrasesOf } from "../../platform/i18n/index.ts";
import { de, eventWords as deEventWords, pages as dePages, said as deSaid } from "./words.de.ts";
import { en, eventWords as enEventWords, pages as enPages, said as enSaid } from "./words.en.ts";

/** What is refused, and why. */
export const phrase = phrasesOf("service-levels", { en, de });
/** What was done. */
export const saidPhrase = phrasesOf("service-levels.said", { en: enSaid, de: deSaid });
export const words = { en: enPages, de: dePages };
export const eventWords = { en: enEventWords, de: deEventWords };
