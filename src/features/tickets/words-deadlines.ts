import { de } from "./words-deadlines.de.ts";
import { en } from "./words-deadlines.en.ts";

/** What agents read about deadlines. */
export const deadlineWords = { en, de };
