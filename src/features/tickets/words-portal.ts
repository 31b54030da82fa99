import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words-portal.de.ts";
import { en } from "./words-portal.en.ts";

export const portalWords = { en, de };
export const portalPhrase = phrasesOf("tickets.portal", { en: en.phrases, de: de.phrases });
