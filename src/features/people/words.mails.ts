import { de } from "./words.mails.de.ts";
import { en } from "./words.mails.en.ts";

/** What the feature's mails say. */
export const mailWords = { en, de };
