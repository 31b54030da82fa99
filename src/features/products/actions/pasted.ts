import { optionalWords } from "../../../platform/input.ts";

/** A list as it is pasted, one entry a line; the action says what is wrong with it. */
export const pasted = optionalWords(50_000);

export interface Added {
  added: readonly { id: number; name: string }[];
  /** How many of the list were there already. */
  known: number;
}
