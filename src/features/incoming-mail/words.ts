import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

export const words = { en, de };

export const phrase = phrasesOf("incoming-mail", {
  en: { retried: en.retried, notRetriable: en.notRetriable },
  de: { retried: de.retried, notRetriable: de.notRetriable },
});
