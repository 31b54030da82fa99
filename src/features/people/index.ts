export { ensurePerson } from "./ensure-person.ts";
export { actorOfPerson } from "./store/actors.ts";
export { organisationsByIds, organisationsOf } from "./store/organisations.ts";
export { findPerson, findPersonByEmail, getPerson, listAgents, peopleByIds, searchPeople } from "./store/people.ts";
export { listTeams } from "./store/teams.ts";
export type { Membership, Organisation, Person, Role, Team, TeamLevel } from "./types.ts";
export { passwordLink } from "./password-link.ts";
export { signInPath } from "./rules/links.ts";
