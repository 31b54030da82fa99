import { de } from "./words-replay.de.ts";
import { en } from "./words-replay.en.ts";

/** What administrators read about other deadlines before they save them. */
export const replayWords = { en, de };
