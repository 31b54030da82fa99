import { describe, expect, it } from "vitest";
import { castIn, castOf, perform, us } from "../../../test/support/cast.ts";
import { freshDb, inRollback } from "../../../test/support/db.ts";
import { secret } from "../../../test/support/people.ts";
import { act } from "../../platform/act.ts";
import type { Actor } from "../../platform/actor.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../platform/errors.ts";
import { addMember } from "./actions/add-member.ts";
import { addOrganisation } from "./actions/add-organisation.ts";
import { addPerson } from "./actions/add-person.ts";
import { addTeam } from "./actions/add-team.ts";
import { changeMember } from "./actions/change-member.ts";
import { changeOrganisation } from "./actions/change-organisation.ts";
import { changePerson } from "./actions/change-person.ts";
import { changeTeam } from "./actions/change-team.ts";
import { deactivatePerson } from "./actions/deactivate-person.ts";
import { giveAccess } from "./actions/give-access.ts";
import { makeLink } from "./actions/make-link.ts";
import { reactivatePerson } from "./actions/reactivate-person.ts";
import { sendPasswordLink } from "./actions/send-password-link.ts";
import { ensurePerson } from "./ensure-person.ts";
import { actorOfPerson } from "./store/actors.ts";
import { organisationsOf } from "./store/organisations.ts";
import { getPerson, searchPeople } from "./store/people.ts";
import { getTeam } from "./store/teams.ts";

const reason = async (refused: Promise<unknown>): Promise<string> => {
  const error: unknown = await refused.catch((thrown: unknown) => thrown);
  if (error instanceof Invalid)
    return Object.entries(error.fields)
      .map(([field, phrase]) => `${field} ${phrase.key}`)
      .join();
  if (error instanceof Conflict || error instanceof Forbidden || error instanceof NotFound) return error.phrase.key;
  throw error;
};

const facts = { locale: "en", timeZone: "Europe/Berlin" } as const;

describe("every verb of the administration", () => {
  it("is refused to everybody but administrators and the program", () =>
    inRollback(async (tx) => {
      const cast = await castIn(tx);
      const { acme: organisationId, firstLevel: teamId } = cast;
      const { personId } = cast.eve;
      const attempts: readonly ((actor: Actor) => Promise<unknown>)[] = [
        (actor) => perform(tx, actor, addPerson, { name: "X", locale: "en" }),
        (actor) => perform(tx, actor, changePerson, { personId, name: "X", role: "customer", ...facts }),
        (actor) => perform(tx, actor, deactivatePerson, { personId }),
        (actor) => perform(tx, actor, reactivatePerson, { personId }),
        (actor) => perform(tx, actor, sendPasswordLink, { personId }),
        (actor) => perform(tx, actor, addOrganisation, { name: "X" }),
        (actor) => perform(tx, actor, changeOrganisation, { organisationId, name: "X" }),
        (actor) => perform(tx, actor, addMember, { organisationId, email: "eve@globex.example" }),
        (actor) => perform(tx, actor, changeMember, { organisationId, personId: cast.cy.personId, to: "manager" }),
        (actor) => perform(tx, actor, addTeam, { name: "X", level: "first" }),
        (actor) => perform(tx, actor, changeTeam, { teamId, name: "X", level: "first" }),
      ];
      for (const actor of [cast.ann, cast.mo, cast.cy, cast.mia])
        for (const attempt of attempts) await expect(attempt(actor)).rejects.toThrow(Forbidden);
      for (const onlyUs of [makeLink, giveAccess])
        await expect(onlyUs.run(tx, cast.ada, { personId, purpose: "sign_in", password: secret })).rejects.toThrow(
          Forbidden,
        );
    }));
});

describe("the last administrator", () => {
  it("can neither be demoted nor deactivated", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      const { personId } = ada;
      const demote = perform(tx, us, changePerson, {
        personId,
        name: "Ada",
        email: "ada@desk.example",
        role: "member",
        ...facts,
      });
      expect(await reason(demote)).toBe("people.lastAdministrator");
      expect(await reason(perform(tx, us, deactivatePerson, { personId }))).toBe("people.lastAdministrator");
    }));

  it("stays also when two administrators demote each other at the same time", async () => {
    const { db } = await freshDb();
    const cast = await castOf(db);
    const change = (person: typeof cast.ada, role: string) => ({
      personId: person.personId,
      name: person.name,
      email: person.email,
      role,
      ...facts,
    });
    await act(db, us, changePerson, change(cast.mo, "administrator"));
    const mo = await actorOfPerson(db, cast.mo.personId);
    const outcomes = await Promise.allSettled([
      act(db, cast.ada, changePerson, change(cast.mo, "member")),
      act(db, mo, changePerson, change(cast.ada, "member")),
      act(db, cast.ada, deactivatePerson, { personId: cast.mo.personId }),
    ]);
    expect(outcomes.some(({ status }) => status === "rejected")).toBe(true);
    const left = await db
      .selectFrom("people")
      .select("id")
      .where("role", "=", "administrator")
      .where("deactivated_at", "is", null)
      .execute();
    expect(left.length).toBeGreaterThanOrEqual(1);
  });
});

describe("a person", () => {
  it("is added once, also when two mails arrive at the same time", async () => {
    const { db } = await freshDb();
    await castOf(db);
    const [one, other] = await Promise.all(
      ["Nora Neu", "N. Neu"].map((name) =>
        db.transaction().execute((tx) => ensurePerson(tx, us, { name, email: "Nora@Acme.example" })),
      ),
    );
    expect(one?.person.id).toBe(other?.person.id);
    expect([one?.isNew, other?.isNew].toSorted()).toEqual([false, true]);
  });

  it("is named after the address when nobody said a name, and joins nothing unproved", () =>
    inRollback(async (tx) => {
      const { ada, acme } = await castIn(tx);
      await perform(tx, ada, changeOrganisation, { organisationId: acme, name: "Acme", domains: "acme.example" });
      const { person } = await ensurePerson(tx, us, { name: " \n ", email: "nora.neu@acme.example", locale: "de" });
      expect(person).toMatchObject({
        name: "nora.neu",
        locale: "de",
        emailVerifiedAt: null,
        hasAccount: false,
        role: "customer",
      });
      expect(await organisationsOf(tx, person.id)).toEqual([]);
      expect(await reason(ensurePerson(tx, us, { name: "X", email: "no address" }))).toBe(
        "email platform.notAnAddress",
      );
    }));

  it("has an address of his own: a taken one is refused, another one is not verified", () =>
    inRollback(async (tx) => {
      const { ada, cy } = await castIn(tx);
      const to = (email: string) =>
        perform(tx, ada, changePerson, { personId: cy.personId, name: "Cy", email, role: "customer", ...facts });
      await to("cyrus@acme.example");
      expect((await getPerson(tx, cy.personId)).emailVerifiedAt).toBeNull();
      expect(await reason(to("cora@acme.example"))).toBe("email people.addressTaken");
    }));

  it("needs a personal address to work at the desk", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      const add = (email?: string) => perform(tx, ada, addPerson, { name: "X", email, role: "member", locale: "en" });
      expect(await reason(add())).toBe("email people.noAddress");
      expect(await reason(add("info@desk.example"))).toBe("email people.roleAddress");
    }));

  it("leaves the teams when no longer at the desk", () =>
    inRollback(async (tx) => {
      const { ada, ann, firstLevel } = await castIn(tx);
      await perform(tx, ada, changePerson, {
        personId: ann.personId,
        name: "Ann",
        email: ann.email!,
        role: "customer",
        ...facts,
      });
      expect((await getTeam(tx, firstLevel)).memberIds).toEqual([]);
      expect(await actorOfPerson(tx, ann.personId)).toMatchObject({ kind: "customer", organisationIds: [] });
    }));

  it("acts no more when deactivated, and does again afterwards", () =>
    inRollback(async (tx) => {
      const { ada, cy } = await castIn(tx);
      await perform(tx, ada, deactivatePerson, { personId: cy.personId });
      await expect(actorOfPerson(tx, cy.personId)).rejects.toThrow(NotFound);
      expect(await reason(perform(tx, ada, sendPasswordLink, { personId: cy.personId }))).toBe("people.isDeactivated");
      await perform(tx, ada, reactivatePerson, { personId: cy.personId });
      expect(await actorOfPerson(tx, cy.personId)).toMatchObject({ name: "Cy" });
      expect(await reason(perform(tx, ada, deactivatePerson, { personId: ada.personId }))).toBe(
        "people.lastAdministrator",
      );
    }));

  it("is found by parts of name, address and telephone, where % and _ stand for themselves", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      await perform(tx, ada, addPerson, { name: "100 % Öko_Test", phone: "+49 30 555", locale: "de" });
      const names = async (text: string) => (await searchPeople(tx, text, 10)).map(({ name }) => name);
      expect(await names("acme")).toEqual(["Cora", "Cy", "Mia"]);
      expect(await names("C")).toEqual(expect.arrayContaining(["Cora", "Cy"]));
      expect((await names("C")).slice(0, 2)).toEqual(["Cora", "Cy"]);
      expect(await names("30 55")).toEqual(["100 % Öko_Test"]);
      await perform(tx, ada, addPerson, { name: "Nora", phone: "040 / 5550101", locale: "de" });
      await perform(tx, ada, addPerson, { name: "Nils", phone: "+49 (0)40 5550102", locale: "de" });
      expect(await names("040 55 50 10")).toEqual(["Nils", "Nora"]);
      for (const same of ["+49 40 5550101", "0049405550101", "(040) 555-0101"])
        expect(await names(same)).toEqual(["Nora"]);
      expect(await names("+49 40 5550102")).toEqual(["Nils"]);
      expect(await names("040")).toEqual(["Nora"]);
      expect(await names("%")).toEqual(["100 % Öko_Test"]);
      expect(await names("_")).toEqual(["100 % Öko_Test"]);
      expect(await names("öko")).toEqual(["100 % Öko_Test"]);
      expect(await names("nobody")).toEqual([]);
    }));
});

describe("an organisation", () => {
  it("takes in who has a verified address at a new domain, and nobody else", () =>
    inRollback(async (tx) => {
      const { ada, eve, globex } = await castIn(tx);
      const { person } = await ensurePerson(tx, us, { name: "Unproved", email: "u@new.example" });
      await perform(tx, ada, changePerson, {
        personId: eve.personId,
        name: "Eve",
        email: "eve@new.example",
        role: "customer",
        ...facts,
      });
      await tx.updateTable("people").set({ email_verified_at: new Date() }).where("id", "=", eve.personId).execute();
      const { organisationId } = await perform(tx, ada, addOrganisation, {
        name: "New",
        domains: "@New.example\nother.example",
      });
      expect((await organisationsOf(tx, eve.personId)).map(({ id }) => id)).toEqual([globex, organisationId]);
      expect(await organisationsOf(tx, person.id)).toEqual([]);
    }));

  it.each([
    ["not a domain at all!", "domains people.notADomain"],
    ["gmx.de", "domains people.publicDomain"],
    ["taken.example", "domains people.domainTaken"],
  ])("does not get %j as domains", (domains, expected) =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      await perform(tx, ada, addOrganisation, { name: "First", domains: "taken.example" });
      expect(await reason(perform(tx, ada, addOrganisation, { name: "Second", domains }))).toBe(expected);
    }),
  );

  it("has a customer number of its own", () =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      await perform(tx, ada, addOrganisation, { name: "One", customerNumber: "K-1" });
      const second = perform(tx, ada, addOrganisation, { name: "Two", customerNumber: "K-1" });
      expect(await reason(second)).toBe("customerNumber people.customerNumberTaken");
    }));

  it("names and dismisses managers, and removes members once", () =>
    inRollback(async (tx) => {
      const { ada, cy, acme } = await castIn(tx);
      const change = (to: "manager" | "member" | "nothing") =>
        perform(tx, ada, changeMember, { organisationId: acme, personId: cy.personId, to });
      await change("manager");
      expect(await actorOfPerson(tx, cy.personId)).toMatchObject({ managedOrganisationIds: [acme] });
      await change("nothing");
      expect(await actorOfPerson(tx, cy.personId)).toMatchObject({ organisationIds: [], managedOrganisationIds: [] });
      await expect(change("nothing")).rejects.toThrow(NotFound);
      await expect(change("manager")).rejects.toThrow(NotFound);
    }));
});

describe("a team", () => {
  it("has agents only, and one name", () =>
    inRollback(async (tx) => {
      const { ada, ann, cy, firstLevel } = await castIn(tx);
      const withCustomer = perform(tx, ada, addTeam, {
        name: "Mixed",
        level: "second",
        memberIds: [ann.personId, cy.personId],
      });
      expect(await reason(withCustomer)).toBe("memberIds people.agentsOnly");
      await perform(tx, ada, changeTeam, { teamId: firstLevel, name: "Front", level: "technical", memberIds: [] });
      expect(await getTeam(tx, firstLevel)).toMatchObject({ name: "Front", level: "technical", memberIds: [] });
      expect(await reason(perform(tx, ada, addTeam, { name: "Front", level: "first" }))).toBe(
        "name people.teamNameTaken",
      );
    }));
});
