import { useUi } from "../../ui/index.ts";
import { de } from "./words.inside.de.ts";
import { en } from "./words.inside.en.ts";

/** What the pages say on which an organisation's own people see each other. */
export const insideWords = { en, de };
export const useInsideWords = (): typeof en => insideWords[useUi().locale];
