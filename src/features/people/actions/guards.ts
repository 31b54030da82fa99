import type { Actor } from "../../../platform/actor.ts";
import { Forbidden } from "../../../platform/errors.ts";
import { can, type PeopleVerb } from "../rules/policy.ts";

/** For steps that only the program takes, on behalf of somebody whom it has checked. */
export const onlySystem = (actor: Actor): void => {
  if (actor.kind !== "system") throw new Forbidden();
};

export const must = (actor: Actor, verb: PeopleVerb): void => {
  if (!can(actor, verb)) throw new Forbidden();
};
