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
} as const;

export type PeopleVerb = keyof typeof needs;
export const peopleVerbs = Object.keys(needs) as readonly PeopleVerb[];

export const can = (actor: Actor, verb: PeopleVerb): boolean => hasRole(actor, needs[verb]);

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
