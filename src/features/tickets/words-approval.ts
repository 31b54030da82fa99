import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words-approval.de.ts";
import { en } from "./words-approval.en.ts";

/** Proposed solutions and who agrees to them, for both sides of the counter. */
export const approvalWords = { en, de };
export const approvalPhrase = phrasesOf("tickets", { en: en.phrases, de: de.phrases });
