import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words-procedure.de.ts";
import { en } from "./words-procedure.en.ts";

/** Procedure, documented solution, confirmation and access, for both sides of the counter. */
export const procedureWords = { en, de };
export const procedurePhrase = phrasesOf("tickets", { en: en.phrases, de: de.phrases });
