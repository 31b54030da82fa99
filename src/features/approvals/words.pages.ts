import { useUi } from "../../ui/index.ts";
import { de } from "./words.pages.de.ts";
import { en } from "./words.pages.en.ts";

export const pageWords = { en, de };
export type PageWords = typeof en;
export const usePageWords = (): PageWords => pageWords[useUi().locale];
