import { de } from "./words.mails.de.ts";
import { en } from "./words.mails.en.ts";

export const mailWords = { en, de };
