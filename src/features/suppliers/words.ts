import { phrasesOf } from "../../platform/i18n/index.ts";
import { useUi } from "../../ui/index.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

export const words = { en, de };
export const phrase = phrasesOf("suppliers", { en: en.phrases, de: de.phrases });
export const useSupplierWords = (): typeof en => words[useUi().locale];
