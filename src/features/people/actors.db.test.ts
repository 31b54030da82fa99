import { describe, expect, it } from "vitest";
import { castIn, castOf, perform, us } from "../../../test/support/cast.ts";
import { testContext } from "../../../test/support/context.ts";
import { freshDb, inRollback } from "../../../test/support/db.ts";
import { startDesk } from "../../../test/support/people.ts";
import type { Context } from "../../platform/context.ts";
import { after, days, minutes, now, useClock } from "../../platform/time.ts";
import { addOrganisation } from "./actions/add-organisation.ts";
import { changeMember } from "./actions/change-member.ts";
import { readActor, readVisitor } from "./auth/read-actor.ts";
import { peopleSchedule } from "./jobs.ts";
import { actorOfPerson } from "./store/actors.ts";
import { listAgents, peopleByIds } from "./store/people.ts";
import { listOrganisations } from "./store/organisations-list.ts";
import { organisationsByIds } from "./store/organisations.ts";

/** The same context, and how many statements its database was asked. */
const counting = (context: Context) => {
  let asked = 0;
  const db = context.db.withPlugin({
    transformQuery({ node }) {
      asked++;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  });
  return { context: { ...context, db }, asked: () => asked };
};

const request = (cookies: Record<string, string> = {}, language = "de") => ({
  cookies,
  headers: { "accept-language": language },
  url: "/",
});

describe("who asks", () => {
  it("is found by one query, with organisations and what is managed", async () => {
    const { context, cast, signedIn } = await startDesk();
    const token = (await signedIn("cy@acme.example")).cookies.get("tresen_session")!;
    const { context: counted, asked } = counting(context);
    expect(await readActor(counted, request({ tresen_session: token }))).toEqual({
      kind: "customer",
      personId: cast.cy.personId,
      name: "Cy",
      email: "cy@acme.example",
      locale: "en",
      timeZone: "Europe/Berlin",
      organisationIds: [cast.acme],
      managedOrganisationIds: [],
    });
    expect(asked()).toBe(1);
  });

  it("is a visitor by one query, who reads in the browser's language and the desk's time zone", async () => {
    const { context } = await startDesk();
    const { context: counted, asked } = counting(context);
    expect(await readActor(counted, request())).toEqual({ kind: "visitor", locale: "de", timeZone: "Europe/Berlin" });
    expect(asked()).toBe(1);
  });

  it("is told as a visitor without any database", () => {
    expect(readVisitor(request({}, "fr"))).toEqual({ kind: "visitor", locale: "en", timeZone: "UTC" });
    expect(readVisitor(request({ tresen_locale: "en" })).locale).toBe("en");
    expect(readVisitor(request({ tresen_locale: "x" })).locale).toBe("de");
  });

  it("is written down as seen at most every five minutes", async () => {
    const { context, signedIn, db } = await startDesk();
    const token = (await signedIn("cy@acme.example")).cookies.get("tresen_session")!;
    const seen = async () => (await db.selectFrom("sessions").select("seen_at").executeTakeFirstOrThrow()).seen_at;
    const began = await seen();
    for (const [offset, moved] of [
      [minutes(4), false],
      [minutes(6), true],
    ] as const) {
      const restore = useClock(() => after(began, offset));
      await readActor(context, request({ tresen_session: token })).finally(restore);
      expect((await seen()).getTime() > began.getTime()).toBe(moved);
    }
  });

  it("is an agent with teams, or a customer with organisations", () =>
    inRollback(async (tx) => {
      const cast = await castIn(tx);
      expect(await actorOfPerson(tx, cast.ann.personId)).toMatchObject({
        kind: "agent",
        role: "member",
        teamIds: [cast.firstLevel],
      });
      await perform(tx, us, changeMember, { organisationId: cast.acme, personId: cast.mia.personId, to: "manager" });
      expect(await actorOfPerson(tx, cast.mia.personId)).toMatchObject({ managedOrganisationIds: [cast.acme] });
    }));
});

describe("what other features ask", () => {
  it("comes in batches, and leaves out what nobody has", () =>
    inRollback(async (tx) => {
      const { cy, eve, acme } = await castIn(tx);
      const people = await peopleByIds(tx, [cy.personId, eve.personId, cy.personId, 999_999]);
      expect([...people.values()].map(({ name }) => name).toSorted()).toEqual(["Cy", "Eve"]);
      expect((await peopleByIds(tx, [])).size).toBe(0);
      const organisations = await organisationsByIds(tx, [acme, 999_999]);
      expect([...organisations.values()]).toEqual([{ id: acme, name: "Acme", customerNumber: null, packageId: null }]);
      expect((await listAgents(tx)).map(({ name }) => name)).toEqual(["Ada", "Ann", "Mo", "Tom"]);
    }));
});

describe("lists", () => {
  it("stand in the order of people, not of code points", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      for (const name of ["Özil", "Olaf", "oscar", "Zoe", "Äpfel"]) await perform(tx, ada, addOrganisation, { name });
      const rows = await listOrganisations(tx, {}, { limit: 20, offset: 0 });
      expect(rows.map(({ name }) => name)).toEqual(["Acme", "Äpfel", "Globex", "Olaf", "oscar", "Özil", "Zoe"]);
      const rest = await listOrganisations(tx, {}, { limit: 2, offset: 5 });
      expect(rest.map(({ name }) => name)).toEqual(["Özil", "Zoe"]);
    }));
});

describe("what is cleaned up at night", () => {
  it("is what has ended: sessions, old attempts, and links long after their end", async () => {
    const context = await testContext(await freshDb());
    const { db } = context;
    const { cy } = await castOf(db);
    await db.insertInto("accounts").values({ person_id: cy.personId, created_at: now() }).execute();
    const link = { person_id: cy.personId, purpose: "sign_in", created_at: now() } as const;
    const session = { person_id: cy.personId, created_at: now(), seen_at: now() };
    const ago = (count: number) => after(now(), -days(count));
    await db
      .insertInto("sessions")
      .values([
        { ...session, token: "ended", expires_at: ago(1) },
        { ...session, token: "good", expires_at: ago(-1) },
      ])
      .execute();
    await db
      .insertInto("access_links")
      .values([
        { ...link, token_hash: "forgotten", expires_at: ago(91) },
        { ...link, token_hash: "expired", expires_at: ago(1) },
      ])
      .execute();
    await db
      .insertInto("access_attempts")
      .values([
        { kind: "password", source: "ip:old", at: ago(2) },
        { kind: "password", source: "ip:new", at: now() },
      ])
      .execute();
    for (const { job } of peopleSchedule) await job.run(context, {});
    expect(await db.selectFrom("sessions").select("token").execute()).toEqual([{ token: "good" }]);
    expect(await db.selectFrom("access_links").select("token_hash").execute()).toEqual([{ token_hash: "expired" }]);
    expect(await db.selectFrom("access_attempts").select("source").execute()).toEqual([{ source: "ip:new" }]);
  });
});
