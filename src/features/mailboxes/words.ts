import { phrasesOf } from "../../platform/i18n/index.ts";
import { de, eventWords as deEventWords, pages as dePages } from "./words.de.ts";
import { en, eventWords as enEventWords, pages as enPages } from "./words.en.ts";

export const phrase = phrasesOf("mailboxes", { en, de });
export const words = { en: enPages, de: dePages };
export const eventWords = { en: enEventWords, de: deEventWords };
