import { system, visitor, type Agent, type AgentRole, type Customer } from "../../src/platform/actor.ts";

/** The people of our tests; who they are is the same everywhere. */
export interface Cast {
  /** Agents: Ann is a member, Mo a moderator, Ada an administrator, Tom a technician in second level. */
  ann: Agent;
  mo: Agent;
  ada: Agent;
  tom: Agent;
  /** Customers of Acme: Cy asks, Cora is his colleague, Mia manages the organisation. */
  cy: Customer;
  cora: Customer;
  mia: Customer;
  /** A customer of another organisation, a stranger to Acme's requests. */
  eve: Customer;
  acme: number;
  globex: number;
  firstLevel: number;
  secondLevel: number;
}

const reading = { locale: "en", timeZone: "Europe/Berlin" } as const;
export const us = system("tests");
export const somebody = visitor(reading);

const paperAgent = (personId: number, name: string, role: AgentRole): Agent => ({
  kind: "agent",
  ...reading,
  personId,
  name,
  email: `${name.toLowerCase()}@desk.example`,
  role,
  teamIds: [],
});
const paperCustomer = (personId: number, name: string, organisationId: number, isManager = false): Customer => ({
  kind: "customer",
  ...reading,
  personId,
  name,
  email: `${name.toLowerCase()}@${organisationId === 1 ? "acme" : "globex"}.example`,
  organisationIds: [organisationId],
  managedOrganisationIds: isManager ? [organisationId] : [],
});

/** The cast without a database, for rules. */
export const paperCast: Cast = {
  ann: paperAgent(1, "Ann", "member"),
  mo: paperAgent(2, "Mo", "moderator"),
  ada: paperAgent(3, "Ada", "administrator"),
  tom: paperAgent(4, "Tom", "member"),
  cy: paperCustomer(11, "Cy", 1),
  cora: paperCustomer(12, "Cora", 1),
  mia: paperCustomer(13, "Mia", 1, true),
  eve: paperCustomer(14, "Eve", 2),
  acme: 1,
  globex: 2,
  firstLevel: 1,
  secondLevel: 2,
};
