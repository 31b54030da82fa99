import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words-together.de.ts";
import { en } from "./words-together.en.ts";

/** Tickets that meet: merged, split, passed on, hung on an order; and what is to be done for them. */
export const togetherWords = { en, de };
export const togetherPhrase = phrasesOf("tickets", { en: en.phrases, de: de.phrases });
