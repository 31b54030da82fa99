import { phrasesOf } from "../../platform/i18n/index.ts";
import { de, eventWords as deEventWords, said as deSaid, pages as dePages } from "./words.de.ts";
import { en, eventWords as enEventWords, said as enSaid, pages as enPages } from "./words.en.ts";

/** What is refused, and why. */
export const phrase = phrasesOf("working-time", { en, de });
/** What was done. */
export const pagePhrase = phrasesOf("working-time.said", { en: enSaid, de: deSaid });
export const words = { en: enPages, de: dePages };
export const eventWords = { en: enEventWords, de: deEventWords };
