import { hasRole, personIdOf, type Actor } from "../../../platform/actor.ts";
import type { Role } from "./roles.ts";

/** Everything that can be done to people, and the role at the desk that it takes. The one table. */
const needs = {
  addPerson: "administrator",
  changePerson: "administrator",
  deactivatePerson: "administrator",
  reactivatePerson: "administrator",
  sendPasswordLink: "administrator",
  changeOrganisations: "administrator",
  changeTeams: "administrator",
  changePackages: "administrator",
} as const;

export type PeopleVerb = keyof typeof needs;
export const peopleVerbs = Object.keys(needs) as readonly PeopleVerb[];

export const can = (actor: Actor, verb: PeopleVerb): boolean => hasRole(actor, needs[verb]);

/** Everything that concerns one organisation and that its own people can do, and what one has to be in it. */
const needsInside = {
  readMembers: "member",
  inviteMember: "manager",
  removeMember: "manager",
  requestSeats: "manager",
} as const;

export type InsideVerb = keyof typeof needsInside;
export const insideVerbs = Object.keys(needsInside) as readonly InsideVerb[];

/** Administrators may what managers may; to colleagues at the desk it is not their own organisation. */
export const canInside = (actor: Actor, verb: InsideVerb, organisationId: number): boolean => {
  if (hasRole(actor, "administrator")) return true;
  if (actor.kind !== "customer") return false;
  const ids = needsInside[verb] === "manager" ? actor.managedOrganisationIds : actor.organisationIds;
  return ids.includes(organisationId);
};

interface Change {
  person: { id: number; role: Role; isActive: boolean };
  to: { role: Role; isActive: boolean };
  /** Ids of everybody who is an active administrator now. */
  administrators: readonly number[];
}

export type ChangeProblem = "lastAdministrator" | "notYourself";

/** Why a change of role or activity must not be made, whoever asks. A desk always has an administrator who can sign in. */
export const changeProblem = (actor: Actor, { person, to, administrators }: Change): ChangeProblem | undefined => {
  const steps = person.role === "administrator" && person.isActive && (to.role !== "administrator" || !to.isActive);
  if (steps && administrators.every((id) => id === person.id)) return "lastAdministrator";
  if (person.isActive && !to.isActive && personIdOf(actor) === person.id) return "notYourself";
  return undefined;
};
