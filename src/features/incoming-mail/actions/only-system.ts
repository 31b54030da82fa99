import type { Actor } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";

/** What becomes of a message decides the desk, not whoever sent it. */
export const onlySystem = (actor: Actor): void => {
  if (actor.kind !== "system") throw new Forbidden();
};
