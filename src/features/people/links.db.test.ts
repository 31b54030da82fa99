import type { Answered } from "../../../test/support/web.ts";
import { describe, expect, it } from "vitest";
import { pathIn, secret, startDesk } from "../../../test/support/people.ts";
import { act } from "../../platform/act.ts";
import { after, days, minutes, useClock } from "../../platform/time.ts";
import { addPerson } from "./actions/add-person.ts";
import { changeOrganisation } from "./actions/change-organisation.ts";
import { deactivatePerson } from "./actions/deactivate-person.ts";
import { passwordLink } from "./password-link.ts";

/** What tells one answer from another; nonces and dates differ each time. */
const toldBy = ({ status, body, location, headers }: Answered) => ({
  status,
  body,
  location,
  names: Object.keys(headers),
});

const later = async <T>(milliseconds: number, run: () => Promise<T>): Promise<T> => {
  const restore = useClock(() => after(new Date(), milliseconds));
  try {
    return await run();
  } finally {
    restore();
  }
};

describe("signing in by link", () => {
  it("mails a link in the person's language, signs in by it once, and not by opening it", async () => {
    const { visit, mails } = await startDesk();
    const browser = visit();
    expect((await browser.post("/sign-in/link", { email: "cora@acme.example" })).location).toBe("/sign-in/link/sent");
    const [mail] = await mails();
    expect(mail).toMatchObject({ to_address: "cora@acme.example", locale: "de", subject: "Anmelden bei Helpful Ltd" });
    const path = pathIn(mail!);
    // A mail scanner opens links, again and again.
    for (let n = 0; n < 3; n++) expect((await visit().get(path)).status).toBe(200);
    expect(await browser.post(path, {})).toMatchObject({ status: 303, location: "/" });
    expect((await browser.get("/profile")).status).toBe(200);
    const second = await visit().post(path, {});
    expect(second.status).toBe(409);
    expect(second.body).toContain("It has been used already");
  });

  it("is good for fifteen minutes, and the page then sends a new one to the same address", async () => {
    const { visit, mails } = await startDesk();
    await visit().post("/sign-in/link", { email: "cy@acme.example" });
    const path = pathIn((await mails())[0]!);
    await later(minutes(16), async () => {
      const late = await visit().get(path);
      expect(late.status).toBe(410);
      expect(late.body).toContain("Its time is over");
      expect((await visit().post(path, {})).status).toBe(409);
      expect((await visit().post(`${path}/renew`, {})).location).toBe("/sign-in/link/sent");
      const fresh = (await mails())[1]!;
      expect(fresh.to_address).toBe("cy@acme.example");
      expect((await visit().post(pathIn(fresh), {})).status).toBe(303);
    });
  });

  it("gives one of two who use it at the same time a session", async () => {
    const { visit, mails } = await startDesk();
    await visit().post("/sign-in/link", { email: "cy@acme.example" });
    const path = pathIn((await mails())[0]!);
    const answers = await Promise.all([visit().post(path, {}), visit().post(path, {}), visit().post(path, {})]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409]);
  });

  it("answers the same for an address that nobody has, and sends nothing", async () => {
    const { visit, mails } = await startDesk();
    for (const path of ["/sign-in/link", "/password"]) {
      const known = await visit().post(path, { email: "cy@acme.example" });
      const unknown = await visit().post(path, { email: "wer@acme.example" });
      expect(toldBy(unknown)).toEqual(toldBy(known));
    }
    expect((await mails()).map((mail) => mail.to_address)).toEqual(["cy@acme.example", "cy@acme.example"]);
  });

  it("refuses addresses of roles with the reason, and people who are deactivated without a word", async () => {
    const { visit, mails, db, cast } = await startDesk();
    const refused = await visit().post("/sign-in/link", { email: "support@acme.example" });
    expect(refused.status).toBe(422);
    expect(refused.body).toContain("belongs to a department");
    await act(db, cast.ada, deactivatePerson, { personId: cast.cy.personId });
    expect((await visit().post("/sign-in/link", { email: "cy@acme.example" })).status).toBe(303);
    expect(await mails()).toEqual([]);
  });

  it("mails one address four times an hour", async () => {
    const { visit, mails } = await startDesk();
    for (let n = 0; n < 4; n++)
      expect((await visit().post("/sign-in/link", { email: "cy@acme.example" })).status).toBe(303);
    const refused = await visit({ ip: "198.51.100.1", language: "de" }).post("/password", { email: "cy@acme.example" });
    expect(refused.status).toBe(429);
    expect(refused.body).toContain("in 60 Minuten geht es wieder");
    expect(refused.body).toContain('value="cy@acme.example"');
    expect(await mails()).toHaveLength(4);
  });

  it("says what is the matter with a link that nobody made", async () => {
    const { visit } = await startDesk();
    for (const path of ["/sign-in/link/made-up", "/password/made-up"]) {
      const answer = await visit().get(path);
      expect(answer.status).toBe(404);
      expect(answer.body).toContain("Its address is not complete");
      expect((await visit().post(path, { password: secret })).status).toBe(409);
      expect((await visit().post(`${path}/renew`, {})).status).toBe(409);
    }
  });

  it("keeps tokens out of the database and out of events", async () => {
    const { visit, mails, db } = await startDesk();
    await visit().post("/sign-in/link", { email: "cy@acme.example" });
    const token = pathIn((await mails())[0]!)
      .split("/")
      .at(-1)!;
    const stored = JSON.stringify([
      await db.selectFrom("access_links").selectAll().execute(),
      await db.selectFrom("events").selectAll().execute(),
    ]);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(stored).not.toContain(token);
  });
});

describe("a link that is opened while somebody else is signed in", () => {
  it("warns, names both, and changes who is signed in only for who says so", async () => {
    const { visit, mails, signedIn, db, cast } = await startDesk();
    await visit().post("/sign-in/link", { email: "cora@acme.example" });
    const path = pathIn((await mails())[0]!);
    const browser = await signedIn("ada@desk.example");
    const token = browser.cookies.get("tresen_session");
    const page = await browser.get(path);
    expect(page.body).toContain("You are signed in as Ada");
    expect(page.body).toContain("This link belongs to cora@acme.example");
    expect(page.body).toContain("Stay signed in as Ada");
    for (const instead of ["", String(cast.cy.personId)]) {
      const silent = await browser.post(path, { instead });
      expect(silent.status).toBe(409);
      expect(silent.body).toContain("Somebody else is signed in in this browser by now");
      expect(browser.cookies.get("tresen_session")).toBe(token);
    }
    expect((await browser.get("/profile")).body).toContain('value="Ada"');
    expect(await browser.post(path, { instead: String(cast.ada.personId) })).toMatchObject({ status: 303 });
    expect((await browser.get("/profile")).body).toContain('value="Cora"');
    const left = await db.selectFrom("sessions").select("person_id").execute();
    expect(left).toEqual([{ person_id: cast.cora.personId }]);
  });

  it("keeps that for setting a password, too, and says nothing to the link's own person", async () => {
    const { context, signedIn, cast } = await startDesk();
    const path = (await passwordLink(context, cast.eve.personId))!.replace("http://desk.test", "");
    const browser = await signedIn("ada@desk.example");
    expect((await browser.get(path)).body).toContain("This link belongs to eve@globex.example");
    expect((await browser.post(path, { password: "ein ganz neues Wort" })).status).toBe(409);
    const instead = String(cast.ada.personId);
    expect(await browser.post(path, { password: "ein ganz neues Wort", instead })).toMatchObject({ status: 303 });
    expect((await browser.get("/profile")).body).toContain('value="Eve"');
  });
});

describe("setting a password by link", () => {
  it("takes a newcomer from the first mail to the portal", async () => {
    const { visit, mails, db, context } = await startDesk();
    const eveAgain = await db
      .selectFrom("people")
      .select("id")
      .where("email", "=", "eve@globex.example")
      .executeTakeFirstOrThrow();
    const href = await passwordLink(context, eveAgain.id);
    const path = href!.replace("http://desk.test", "");
    const browser = visit();
    const form = await browser.get(path);
    expect(form.body).toContain("eve@globex.example");
    expect(form.body).toContain("At least 10 characters");
    expect(await browser.post(path, { password: "ein ganz neues Wort" })).toMatchObject({ status: 303, location: "/" });
    expect((await browser.get("/profile")).status).toBe(200);
    const answer = await visit().post("/sign-in", { email: "eve@globex.example", password: "ein ganz neues Wort" });
    expect(answer.status).toBe(303);
    expect(await mails()).toEqual([]);
    expect(await passwordLink(context, eveAgain.id)).toBeUndefined();
  });

  it("keeps the link when the password is refused, says why, and shows no password", async () => {
    const { visit, context, cast } = await startDesk();
    const path = (await passwordLink(context, cast.eve.personId))!.replace("http://desk.test", "");
    const tries: readonly (readonly [string, string])[] = [
      ["kurz!", "Use at least 10 characters"],
      ["password123!", "tried first"],
      ["eve@globex.example", "Your address is the first thing"],
      ["", "Fill this in"],
    ];
    for (const [password, reason] of tries) {
      const answer = await visit().post(path, { password });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(reason);
      if (password !== "eve@globex.example" && password) expect(answer.body).not.toContain(password);
    }
    expect((await visit().post(path, { password: "ein ganz neues Wort" })).status).toBe(303);
  });

  it("ends what was signed in before, and every other link, and tells the person by mail", async () => {
    const { visit, mails, signedIn } = await startDesk();
    const thief = await signedIn("cy@acme.example");
    await visit().post("/password", { email: "cy@acme.example" });
    await visit().post("/sign-in/link", { email: "cy@acme.example" });
    const [reset, signIn] = await mails();
    expect((await visit().post(pathIn(reset!), { password: "ein ganz neues Wort" })).status).toBe(303);
    expect((await thief.get("/profile")).status).toBe(303);
    expect((await visit().post(pathIn(signIn!), {})).status).toBe(409);
    expect((await visit().post("/sign-in", { email: "cy@acme.example", password: secret })).status).toBe(422);
    const told = (await mails())[2];
    expect(told).toMatchObject({ template: "people.password-changed", to_address: "cy@acme.example" });
    expect(told?.text).toContain("http://desk.test/password");
  });

  it("is possible for seven days, and then renewable", async () => {
    const { visit, context, cast, mails } = await startDesk();
    const path = (await passwordLink(context, cast.eve.personId))!.replace("http://desk.test", "");
    await later(days(6.9), async () => expect((await visit().get(path)).status).toBe(200));
    await later(days(7.1), async () => {
      expect((await visit().post(path, { password: "ein ganz neues Wort" })).status).toBe(409);
      await visit().post(`${path}/renew`, {});
      const mail = (await mails())[0]!;
      expect(mail).toMatchObject({ template: "people.set-password", to_address: "eve@globex.example" });
      expect(mail.text).toContain("Here is the new link");
      expect((await visit().post(pathIn(mail), { password: "ein ganz neues Wort" })).status).toBe(303);
    });
  });

  it("is not for people who may not have access", async () => {
    const { context, db, cast } = await startDesk();
    const add = (email?: string) => act(db, cast.ada, addPerson, { name: "X", email, locale: "en" });
    const role = await add("buchhaltung@acme.example");
    const caller = await add();
    expect(await passwordLink(context, role.personId)).toBeUndefined();
    expect(await passwordLink(context, caller.personId)).toBeUndefined();
    expect(await passwordLink(context, 999_999)).toBeUndefined();
    const path = (await passwordLink(context, cast.eve.personId))!.replace("http://desk.test", "");
    await act(db, cast.ada, deactivatePerson, { personId: cast.eve.personId });
    expect(await passwordLink(context, cast.eve.personId)).toBeUndefined();
    expect(path).toMatch(/^\/password\//);
  });
});

describe("registering", () => {
  it("mails a link, whose use verifies the address and joins the organisation of its domain", async () => {
    const { visit, mails, db, cast } = await startDesk();
    await act(db, cast.ada, changeOrganisation, { organisationId: cast.acme, name: "Acme", domains: "acme.example" });
    const browser = visit({ language: "de" });
    const sent = await browser.post("/register", { name: "Nora Neu", email: "Nora@Acme.example" });
    expect(sent).toMatchObject({ status: 303, location: "/register/sent" });
    const person = () =>
      db
        .selectFrom("people")
        .leftJoin("organisation_members", "person_id", "people.id")
        .select(["name", "locale", "email_verified_at", "organisation_id"])
        .where("email", "=", "nora@acme.example")
        .executeTakeFirstOrThrow();
    expect(await person()).toMatchObject({ locale: "de", email_verified_at: null, organisation_id: null });
    const [mail] = await mails();
    expect(mail).toMatchObject({ to_address: "nora@acme.example", locale: "de" });
    await browser.post(pathIn(mail!), { password: "ein ganz neues Wort" });
    expect(await person()).toMatchObject({ name: "Nora Neu", organisation_id: cast.acme });
    expect((await person()).email_verified_at).toBeInstanceOf(Date);
  });

  it("carries no words of a stranger's to the address", async () => {
    const { visit, mails } = await startDesk();
    await visit().post("/register", { name: "You won! http://evil.example", email: "victim@globex.example" });
    const [mail] = await mails();
    expect(`${mail!.subject} ${mail!.text} ${mail!.html}`).not.toContain("evil");
  });

  it("answers the same for somebody who is known, changes nothing about him, and mails a link all the same", async () => {
    const { visit, mails, db, cast } = await startDesk();
    const known = await visit().post("/register", { name: "Not Cy", email: "cy@acme.example" });
    const unknown = await visit().post("/register", { name: "Not Cy", email: "new@acme.example" });
    expect(toldBy(unknown)).toEqual(toldBy(known));
    const cy = await db.selectFrom("people").select("name").where("id", "=", cast.cy.personId).executeTakeFirst();
    expect(cy?.name).toBe("Cy");
    const [toCy, toNew] = (await mails()).toSorted((one, other) => one.to_address.localeCompare(other.to_address));
    expect([toCy!.to_address, toNew!.to_address]).toEqual(["cy@acme.example", "new@acme.example"]);
    // Who has an account is not asked to choose a password as if he had none.
    expect(toCy!.subject).toMatch(/^You already have an account/);
    expect(toCy!.text).toMatch(/\/sign-in\s[^]*\/password\s/);
    expect(toNew!.subject).toMatch(/^Your access/);
  });

  it("refuses role addresses and what is missing, and keeps what was typed", async () => {
    const { visit } = await startDesk();
    const role = await visit({ language: "de" }).post("/register", { name: "Nora Neu", email: "info@acme.example" });
    expect(role.status).toBe(422);
    expect(role.body).toContain("gehört einer Abteilung");
    expect(role.body).toContain('value="Nora Neu"');
    const empty = await visit().post("/register", { name: " ", email: "nora" });
    expect(empty.status).toBe(422);
    expect(empty.body.match(/Fill this in\.|Write an e-mail address/g)).toHaveLength(4);
  });
});
