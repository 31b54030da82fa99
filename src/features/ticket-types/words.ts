import { phrasesOf } from "../../platform/i18n/index.ts";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";

/** What the feature refuses, and why. The words of its pages stand in words.admin, of its events in words.events. */
export const phrase = phrasesOf("ticketTypes", { en, de });
