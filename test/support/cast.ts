import type { z } from "zod";
import type { Agent, Customer } from "../../src/platform/actor.ts";
import { parseInput, type Action } from "../../src/platform/act.ts";
import type { Db, Tx } from "../../src/platform/db/db.ts";
import type { Locale } from "../../src/platform/i18n/index.ts";
import { now } from "../../src/platform/time.ts";
import { createDesk } from "../../src/features/desk-settings/index.ts";
import { actorOfPerson, addOrganisation, addPerson, addTeam, changeMember } from "../../src/features/people/index.ts";
import { paperCast, somebody, us, type Cast } from "./paper-cast.ts";

export { paperCast, somebody, us, type Cast };

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
