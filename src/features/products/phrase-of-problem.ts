import type { Phrase } from "../../platform/i18n/index.ts";
import type { ChoiceProblem } from "./rules/choices.ts";
import { phrase } from "./words.ts";

/** Why a choice of product, version and module cannot be taken, and what to choose instead. */
export const phraseOfProblem = (problem: ChoiceProblem): Phrase => phrase(problem);
