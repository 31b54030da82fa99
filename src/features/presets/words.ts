import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

export const words = { en, de };
export const phrase = phrasesOf("presets", { en: en.phrases, de: de.phrases });
