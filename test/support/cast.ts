import type { z } from "zod";
import { system, visitor, type Agent, type AgentRole, type Customer } from "../../src/platform/actor.ts";
import { parseInput, type Action } from "../../src/platform/act.ts";
import type { Db, Tx } from "../../src/platform/db/db.ts";
import type { Locale } from "../../src/platform/i18n/index.ts";
import { now } from "../../src/platform/time.ts";
import { createDesk } from "../../src/features/desk-settings/index.ts";
import { actorOfPerson, addOrganisation, addPerson, addTeam, changeMember } from "../../src/features/people/index.ts";

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

/** The same people in the database, with a desk, two organisations and two teams. Cora reads German. */
export const castIn = async (tx: Tx): Promise<Cast> => {
  const run = <S extends z.ZodType, O>(verb: Action<S, O>, input: unknown): Promise<O> =>
    verb.run(tx, us, verb.input.parse(input));
  await run(createDesk, {
    name: "Helpful Ltd",
    locale: "en",
    timeZone: "Europe/Berlin",
    mailAddress: "support@desk.example",
  });
  const add = async (name: string, at: string, more: { role?: string; locale?: Locale; organisationId?: number }) => {
    const email = `${name.toLowerCase()}@${at}.example`;
    const { personId } = await run(addPerson, { name, email, locale: "en", ...more });
    // As if they had used a link that was mailed to them; what unverified people get has tests of its own.
    await tx.updateTable("people").set({ email_verified_at: now() }).where("id", "=", personId).execute();
    return personId;
  };
  const { organisationId: acme } = await run(addOrganisation, { name: "Acme" });
  const { organisationId: globex } = await run(addOrganisation, { name: "Globex" });
  const ann = await add("Ann", "desk", { role: "member" });
  const mo = await add("Mo", "desk", { role: "moderator" });
  const ada = await add("Ada", "desk", { role: "administrator" });
  const tom = await add("Tom", "desk", { role: "member" });
  const cy = await add("Cy", "acme", { organisationId: acme });
  const cora = await add("Cora", "acme", { organisationId: acme, locale: "de" });
  const mia = await add("Mia", "acme", { organisationId: acme });
  const eve = await add("Eve", "globex", { organisationId: globex });
  await run(changeMember, { organisationId: acme, personId: mia, to: "manager" });
  const { teamId: firstLevel } = await run(addTeam, { name: "First level", level: "first", memberIds: [ann] });
  const { teamId: secondLevel } = await run(addTeam, { name: "Second level", level: "second", memberIds: [tom] });
  const agent = async (personId: number) => (await actorOfPerson(tx, personId)) as Agent;
  const customer = async (personId: number) => (await actorOfPerson(tx, personId)) as Customer;
  return {
    ann: await agent(ann),
    mo: await agent(mo),
    ada: await agent(ada),
    tom: await agent(tom),
    cy: await customer(cy),
    cora: await customer(cora),
    mia: await customer(mia),
    eve: await customer(eve),
    acme,
    globex,
    firstLevel,
    secondLevel,
  };
};

/** Committed, for tests of `act`, races and whole requests. */
export const castOf = (db: Db): Promise<Cast> => db.transaction().execute(castIn);

/** Runs a verb inside the test's transaction, as `act` would: input is parsed, refusals are thrown. */
export const perform = async <S extends z.ZodType, O>(
  tx: Tx,
  actor: Parameters<Action<S, O>["run"]>[1],
  verb: Action<S, O>,
  input: z.input<S>,
): Promise<O> => verb.run(tx, actor, parseInput(verb.input, input));
