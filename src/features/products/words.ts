import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

/** What the feature refuses, and why. Its pages' words stand in words.admin. */
export const phrase = phrasesOf("products", { en, de });
