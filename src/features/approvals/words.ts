import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

/** What the feature refuses, and why. Words of pages and mails stand in words.pages. */
export const phrase = phrasesOf("approvals", { en, de });
