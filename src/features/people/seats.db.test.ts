import { describe, expect, it } from "vitest";
import { castIn, castOf, perform, us, type Cast } from "../../../test/support/cast.ts";
import { freshDb, inRollback } from "../../../test/support/db.ts";
import { secret } from "../../../test/support/people.ts";
import { act } from "../../platform/act.ts";
import type { Actor } from "../../platform/actor.ts";
import type { Tx } from "../../platform/db/db.ts";
import { Conflict, Forbidden, Invalid, NotFound, type Refusal } from "../../platform/errors.ts";
import { listEvents } from "../../platform/events.ts";
import { after, days, useClock } from "../../platform/time.ts";
import { addMember } from "./actions/add-member.ts";
import { addPackage } from "./actions/add-package.ts";
import { addPerson } from "./actions/add-person.ts";
import { answerInvitation } from "./actions/answer-invitation.ts";
import { changeOrganisation } from "./actions/change-organisation.ts";
import { changePackage } from "./actions/change-package.ts";
import { deactivatePerson } from "./actions/deactivate-person.ts";
import { giveAccess } from "./actions/give-access.ts";
import { inviteMember } from "./actions/invite-member.ts";
import { makeLink } from "./actions/make-link.ts";
import { reactivatePerson } from "./actions/reactivate-person.ts";
import { removeMember } from "./actions/remove-member.ts";
import { requestSeats } from "./actions/request-seats.ts";
import { restorePackage } from "./actions/restore-package.ts";
import { retirePackage } from "./actions/retire-package.ts";
import { sendPasswordLink } from "./actions/send-password-link.ts";
import { setPassword } from "./actions/set-password.ts";
import { takeIn } from "./actions/take-in.ts";
import { ensurePerson } from "./ensure-person.ts";
import { passwordLink } from "./password-link.ts";
import { actorOfPerson } from "./store/actors.ts";
import { listInvitations, listInvitationsOf } from "./store/invitations.ts";
import { organisationsOf } from "./store/organisations.ts";
import { listPackages, packageOfOrganisation } from "./store/packages.ts";
import { findPersonByEmail } from "./store/people.ts";
import { packageUses, seatsOf } from "./store/seats.ts";

const device = { ip: "203.0.113.7", userAgent: "" };

const refusalOf = async (refused: Promise<unknown>): Promise<string> => {
  const error: unknown = await refused.catch((thrown: unknown) => thrown);
  if (error instanceof Invalid)
    return Object.entries(error.fields)
      .map(([name, { key }]) => `${name} ${key}`)
      .join();
  return error instanceof Error && "phrase" in error ? (error as Refusal).phrase.key : String(error);
};

const named = async (tx: Tx, name: string): Promise<number> => {
  const found = (await listPackages(tx)).find(({ names }) => names.en === name);
  if (!found) throw new Error(`no package ${name}`);
  return found.id;
};

const book = async (tx: Tx, { ada, acme }: Cast, name: string, more: { domains?: string } = {}): Promise<void> => {
  await perform(tx, ada, changeOrganisation, {
    organisationId: acme,
    name: "Acme",
    packageId: await named(tx, name),
    ...more,
  });
};

/** Cy and Mia may sign in, Cora is a member by mail only. */
const start = async (tx: Tx, name = "Bronze") => {
  const cast = await castIn(tx);
  for (const { personId } of [cast.cy, cast.mia]) await perform(tx, us, giveAccess, { personId, password: secret });
  await book(tx, cast, name);
  const invite = (email: string) =>
    perform(tx, cast.mia, inviteMember, { organisationId: cast.acme, name: "Nora", email });
  const used = async () => (await seatsOf(tx, cast.acme)).used;
  /** As whoever has got the mail does. */
  const usePasswordLink = async (personId: number, organisationId?: number) => {
    const token = await perform(tx, us, makeLink, { personId, purpose: "set_password", organisationId });
    return perform(tx, us, setPassword, { token: token ?? "", password: "ein ganz neues Wort", device });
  };
  const names = async () =>
    (await listEvents(tx, { kind: "organisation", id: cast.acme })).map(({ name: each }) => each);
  return { ...cast, cast, invite, used, usePasswordLink, names };
};

describe("the packages", () => {
  it("are shipped with their seats, can be changed by administrators, and keep names apart", () =>
    inRollback(async (tx) => {
      const { ada, mo, cy } = await castIn(tx);
      const facts = { nameEn: "Platinum", nameDe: "Platin", seats: "", hasTelephoneSupport: "on" as const };
      expect((await listPackages(tx)).map(({ names, seats }) => [names.en, seats])).toEqual([
        ["Basic", 1],
        ["Bronze", 3],
        ["Silver", 5],
        ["Gold", 10],
      ]);
      for (const actor of [mo, cy])
        await expect(perform(tx, actor, addPackage, { ...facts, seats: 4 })).rejects.toThrow(Forbidden);
      const { packageId } = await perform(tx, ada, addPackage, { ...facts, seats: undefined });
      expect((await listPackages(tx)).at(-1)).toMatchObject({ id: packageId, seats: null, hasTelephoneSupport: true });
      const twice = { packageId, nameEn: "platinum", nameDe: "GOLD", seats: 20 };
      expect(await refusalOf(perform(tx, ada, changePackage, twice))).toBe("nameDe people.packageNameTaken");
    }));

  it("are retired, not deleted: who has it keeps it, nobody else gets it, and it can be offered again", () =>
    inRollback(async (tx) => {
      const { ada, acme, globex, cast } = await start(tx);
      const packageId = await named(tx, "Bronze");
      await perform(tx, ada, retirePackage, { packageId });
      await perform(tx, ada, retirePackage, { packageId });
      await book(tx, cast, "Bronze", { domains: "acme.example" });
      expect(await packageOfOrganisation(tx, acme)).toMatchObject({ id: packageId, isRetired: true });
      const other = perform(tx, ada, changeOrganisation, { organisationId: globex, name: "Globex", packageId });
      expect(await refusalOf(other)).toBe("packageId people.packageRetired");
      await perform(tx, ada, restorePackage, { packageId });
      await perform(tx, ada, changeOrganisation, { organisationId: globex, name: "Globex", packageId });
      const events = await listEvents(tx, { kind: "care-package", id: packageId });
      expect(events.map(({ name }) => name)).toEqual(["care-package.retired", "care-package.restored"]);
    }));

  it("made smaller throw nobody out, and say which organisations have too many", () =>
    inRollback(async (tx) => {
      const { ada, mia, invite, acme } = await start(tx);
      const packageId = await named(tx, "Bronze");
      await perform(tx, ada, changePackage, { packageId, nameEn: "Bronze", nameDe: "Bronze", seats: 1 });
      expect(await actorOfPerson(tx, mia.personId)).toMatchObject({ organisationIds: [acme] });
      expect((await packageUses(tx)).get(packageId)).toEqual({ organisations: 1, overfull: 1 });
      expect(await refusalOf(invite("nora@acme.example"))).toBe("people.noSeatLeft");
    }));
});

describe("seats", () => {
  it("are taken by members who may sign in and by open invitations, not by whoever only writes mails", () =>
    inRollback(async (tx) => {
      const { used, invite, cora } = await start(tx, "Gold");
      expect(await used()).toBe(2);
      await invite("nora@acme.example");
      await invite("nora@acme.example");
      expect(await used()).toBe(3);
      await perform(tx, us, giveAccess, { personId: cora.personId, password: secret });
      expect(await used()).toBe(4);
    }));

  it("refuse the invitation that is one too many, and it leaves nothing behind", () =>
    inRollback(async (tx) => {
      const { used, invite, names } = await start(tx);
      await invite("nora@acme.example");
      const before = await names();
      expect(await refusalOf(invite("oskar@acme.example"))).toBe("people.noSeatLeft");
      expect(await used()).toBe(3);
      expect(await names()).toEqual(before);
      // Inviting the same person again takes no second one.
      await invite("nora@acme.example");
    }));

  it("come free by removing, by taking back, by declining, by time and by deactivating", () =>
    inRollback(async (tx) => {
      const { used, invite, mia, ada, cy, acme, eve } = await start(tx);
      const { personId } = await invite("nora@acme.example");
      await perform(tx, mia, removeMember, { organisationId: acme, personId });
      expect(await used()).toBe(2);
      await invite("eve@globex.example");
      expect(await used()).toBe(3);
      await perform(tx, eve, answerInvitation, { organisationId: acme, answer: "decline" });
      expect(await used()).toBe(2);
      await perform(tx, mia, removeMember, { organisationId: acme, personId: cy.personId });
      expect(await used()).toBe(1);
      await perform(tx, ada, deactivatePerson, { personId: mia.personId });
      expect(await used()).toBe(0);
      await invite("nora@acme.example").catch(() => undefined);
      const restore = useClock(() => after(new Date(), days(8)));
      expect(await used().finally(restore)).toBe(0);
    }));

  it("are looked at whichever way somebody would get one", () =>
    inRollback(async (tx) => {
      const { ada, acme, globex, cy, cora, eve, invite, used, usePasswordLink, cast } = await start(tx, "Silver");
      await perform(tx, us, giveAccess, { personId: eve.personId, password: secret });
      await invite("nora@acme.example");
      await perform(tx, ada, deactivatePerson, { personId: cy.personId });
      await book(tx, cast, "Basic");
      expect(await used()).toBe(2);
      const facts = { name: "Olga", email: "olga@acme.example", locale: "en" } as const;
      const tries = {
        added: perform(tx, ada, addMember, { organisationId: acme, email: "eve@globex.example" }),
        invited: perform(tx, ada, addPerson, { ...facts, organisationId: acme, invite: true }),
        linked: perform(tx, ada, sendPasswordLink, { personId: cora.personId }),
        reactivated: perform(tx, ada, reactivatePerson, { personId: cy.personId }),
        given: perform(tx, us, giveAccess, { personId: cora.personId, password: secret }),
        registered: usePasswordLink(cora.personId),
      };
      const settled = await Promise.all(Object.values(tries).map((each) => refusalOf(each)));
      expect(Object.fromEntries(Object.keys(tries).map((key, index) => [key, settled[index]]))).toEqual(
        Object.fromEntries(Object.keys(tries).map((key) => [key, "people.noSeatLeft"])),
      );
      expect(await organisationsOf(tx, eve.personId)).toMatchObject([{ id: globex }]);
      // Without access nobody needs one.
      await perform(tx, ada, addPerson, { ...facts, email: "paul@acme.example", organisationId: acme });
    }));

  it("at a domain: whoever finds none gets access for himself, is seen, and is taken in once there is one", () =>
    inRollback(async (tx) => {
      const { mia, cy, acme, invite, usePasswordLink, cast, names } = await start(tx);
      await book(tx, cast, "Bronze", { domains: "acme.example" });
      await invite("nora@acme.example");
      const { person } = await ensurePerson(tx, us, { name: "Otto", email: "otto@acme.example" });
      await usePasswordLink(person.id);
      expect(await organisationsOf(tx, person.id)).toEqual([]);
      expect((await names()).at(-1)).toBe("organisation.seat_missing");
      const otto = { organisationId: acme, personId: person.id };
      expect(await refusalOf(perform(tx, mia, takeIn, otto))).toBe("people.noSeatLeft");
      await perform(tx, mia, removeMember, { organisationId: acme, personId: cy.personId });
      await perform(tx, mia, takeIn, otto);
      expect(await organisationsOf(tx, person.id)).toMatchObject([{ id: acme }]);
      // A stranger has nothing to do with the domain.
      const eve = { organisationId: acme, personId: cast.eve.personId };
      await expect(perform(tx, mia, takeIn, eve)).rejects.toThrow(NotFound);
    }));

  it("keep the last one for one of two who are invited at the same moment", async () => {
    const { db, pool } = await freshDb();
    const cast = await castOf(db);
    for (const { personId } of [cast.cy, cast.mia]) await act(db, us, giveAccess, { personId, password: secret });
    await db.transaction().execute((tx) => book(tx, cast, "Bronze"));
    // Different people, because what one of them does is counted one after the other anyway.
    const invite = (actor: Actor, name: string) =>
      act(db, actor, inviteMember, { organisationId: cast.acme, name, email: `${name}@acme.example` });
    const add = (name: string) =>
      act(db, cast.ada, addPerson, {
        name,
        email: `${name}@acme.example`,
        locale: "en",
        organisationId: cast.acme,
        invite: true,
      });
    const outcomes = await Promise.allSettled([
      invite(cast.mia, "nora"),
      invite(cast.ada, "olga"),
      add("otto"),
      add("paul"),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(await refusalOf(Promise.reject(outcome.reason as Error))).toBe("people.noSeatLeft");
    expect(await seatsOf(db, cast.acme)).toEqual({ seats: 3, used: 3 });
    expect(pool.ended).toBe(false);
  });
});

describe("an invitation", () => {
  it("makes nobody a member before he accepts: others would read what he has asked", () =>
    inRollback(async (tx) => {
      const { acme, globex, eve, invite } = await start(tx);
      await invite("eve@globex.example");
      expect(await organisationsOf(tx, eve.personId)).toMatchObject([{ id: globex }]);
      expect(await listInvitationsOf(tx, eve.personId)).toMatchObject([{ organisationId: acme, name: "Acme" }]);
      await perform(tx, eve, answerInvitation, { organisationId: acme, answer: "accept" });
      expect((await organisationsOf(tx, eve.personId)).map(({ id }) => id).toSorted()).toEqual(
        [acme, globex].toSorted(),
      );
      const again = perform(tx, eve, answerInvitation, { organisationId: acme, answer: "accept" });
      expect(await refusalOf(again)).toBe("people.invitationOver");
    }));

  it("is accepted by using its own link, and by no other", () =>
    inRollback(async (tx) => {
      const { acme, invite, usePasswordLink } = await start(tx, "Gold");
      const nora = await invite("nora@acme.example");
      await usePasswordLink(nora.personId, acme);
      expect(await organisationsOf(tx, nora.personId)).toMatchObject([{ id: acme, isManager: false }]);
      const olga = await invite("olga@acme.example");
      await usePasswordLink(olga.personId);
      expect(await organisationsOf(tx, olga.personId)).toEqual([]);
      expect((await listInvitations(tx, acme)).map(({ personId }) => personId)).toEqual([olga.personId]);
    }));

  it("that was taken back opens nothing", () =>
    inRollback(async (tx) => {
      const { acme, mia, invite } = await start(tx);
      const { personId } = await invite("nora@acme.example");
      const token = await perform(tx, us, makeLink, { personId, purpose: "set_password", organisationId: acme });
      await perform(tx, mia, removeMember, { organisationId: acme, personId });
      const late = perform(tx, us, setPassword, { token: token ?? "", password: "ein ganz neues Wort", device });
      expect(await refusalOf(late)).toBe("people.linkUsed");
    }));

  it.each([
    ["info@acme.example", "email people.roleAddress"],
    ["ann@desk.example", "email people.cannotBeInvited"],
    ["cy@acme.example", "email people.isMemberAlready"],
  ])("does not go to %s", (email, expected) =>
    inRollback(async (tx) => {
      const { invite } = await start(tx);
      expect(await refusalOf(invite(email))).toBe(expected);
    }),
  );
});

describe("managing an organisation", () => {
  it("is for its managers and for administrators; to strangers it does not exist", () =>
    inRollback(async (tx) => {
      const { acme, cast } = await start(tx);
      const { cy, eve, ann, mia } = cast;
      const tries = [
        [inviteMember, { organisationId: acme, name: "X", email: "x@acme.example" }],
        [removeMember, { organisationId: acme, personId: cy.personId }],
        [takeIn, { organisationId: acme, personId: eve.personId }],
        [requestSeats, { organisationId: acme }],
      ] as const;
      for (const [verb, input] of tries) {
        await expect(perform(tx, cy, verb as typeof requestSeats, input)).rejects.toThrow(Forbidden);
        for (const actor of [eve, ann])
          await expect(perform(tx, actor, verb as typeof requestSeats, input)).rejects.toThrow(NotFound);
      }
      const self = perform(tx, mia, removeMember, { organisationId: acme, personId: mia.personId });
      await expect(self).rejects.toThrow(Conflict);
    }));

  it("asks the desk for more seats once, until the package changes", () =>
    inRollback(async (tx) => {
      const { mia, acme, names, cast } = await start(tx);
      const ask = () => perform(tx, mia, requestSeats, { organisationId: acme });
      const asked = async () => (await names()).filter((name) => name === "organisation.seats_requested").length;
      await ask();
      await ask();
      expect(await asked()).toBe(1);
      await book(tx, cast, "Silver");
      await ask();
      expect(await asked()).toBe(2);
      await perform(tx, cast.ada, changeOrganisation, { organisationId: acme, name: "Acme" });
      expect(await refusalOf(ask())).toBe("people.seatsUnlimited");
    }));
});

describe("the link of a first mail", () => {
  it("is not offered where no seat would be left for it", async () => {
    const { testContext } = await import("../../../test/support/context.ts");
    const context = await testContext(await freshDb());
    const { db } = context;
    const cast = await castOf(db);
    for (const { personId } of [cast.cy, cast.mia]) await act(db, us, giveAccess, { personId, password: secret });
    expect(await passwordLink(context, cast.cora.personId)).toContain("/password/");
    await db.transaction().execute((tx) => book(tx, cast, "Basic"));
    expect(await passwordLink(context, cast.cora.personId)).toBeUndefined();
    expect((await findPersonByEmail(db, "cora@acme.example"))?.hasAccount).toBe(false);
  });
});
