import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

/** What the feature refuses, and why. The words of its pages and mails stand in words.pages, words.admin, words.mails. */
export const words = { en, de };
export const phrase = phrasesOf("people", words);
