import { hasRole, type Actor } from "../../../platform/actor.ts";
import { Forbidden, Invalid } from "../../../platform/errors.ts";
import { phrase } from "../words.ts";

/** What customers can choose from is the administrators' affair. */
export const mustAdminister = (actor: Actor): void => {
  if (!hasRole(actor, "administrator")) throw new Forbidden();
};

export const longestName = 120;
const mostLines = 200;

/** Throws `Invalid` for the field `lines` when a pasted list is empty, too long, or has a name that is. */
export const checkNames = (names: readonly string[]): void => {
  const tooLong = names.find((name) => name.length > longestName);
  if (names.length === 0) throw new Invalid({ lines: phrase("nothingNamed") });
  if (names.length > mostLines) throw new Invalid({ lines: phrase("tooMany", { most: mostLines }) });
  if (tooLong !== undefined) throw new Invalid({ lines: phrase("nameTooLong", { name: tooLong, most: longestName }) });
};
