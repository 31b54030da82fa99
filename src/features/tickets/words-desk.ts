import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words-desk.de.ts";
import { en } from "./words-desk.en.ts";
import { de as queueDe } from "./words-queue.de.ts";
import { en as queueEn } from "./words-queue.en.ts";

/** What agents read. */
export const deskWords = { en: { ...en, ...queueEn }, de: { ...de, ...queueDe } };
export const deskPhrase = phrasesOf("tickets", { en: en.phrases, de: de.phrases });

export type { Happened } from "./words-desk.en.ts";
