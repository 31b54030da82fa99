import { hasRole, type Actor } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";

export const onlyAdministrators = (actor: Actor): void => {
  if (!hasRole(actor, "administrator")) throw new Forbidden();
};
