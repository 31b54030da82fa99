import { useUi } from "../../ui/index.ts";
import { de } from "./words.pages.de.ts";
import { en } from "./words.pages.en.ts";

/** What the pages for signing in, for the profile and for the set-up say. */
export const pageWords = { en, de };
export const usePageWords = (): typeof en => pageWords[useUi().locale];
