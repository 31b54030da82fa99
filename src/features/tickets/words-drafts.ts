import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words-drafts.de.ts";
import { en } from "./words-drafts.en.ts";

export const draftWords = { en, de };
export const draftPhrase = phrasesOf("tickets", { en: en.phrases, de: de.phrases });
