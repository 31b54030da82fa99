import type { Actor } from "../../../platform/actor.ts";
import { Forbidden, NotFound } from "../../../platform/errors.ts";
import { can, canInside, type InsideVerb, type PeopleVerb } from "../rules/policy.ts";

/** For steps that only the program takes, on behalf of somebody whom it has checked. */
export const onlySystem = (actor: Actor): void => {
  if (actor.kind !== "system") throw new Forbidden();
};

export const must = (actor: Actor, verb: PeopleVerb): void => {
  if (!can(actor, verb)) throw new Forbidden();
};

/** Whoever does not belong to the organisation is not told that it exists. */
export const mustInside = (actor: Actor, verb: InsideVerb, organisationId: number): void => {
  if (canInside(actor, verb, organisationId)) return;
  throw canInside(actor, "readMembers", organisationId) ? new Forbidden() : new NotFound();
};
