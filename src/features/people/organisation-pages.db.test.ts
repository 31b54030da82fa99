import { describe, expect, it } from "vitest";
import { pathIn, secret, startDesk } from "../../../test/support/people.ts";
import { act } from "../../platform/act.ts";
import { us } from "../../../test/support/cast.ts";
import { changeOrganisation } from "./actions/change-organisation.ts";
import { giveAccess } from "./actions/give-access.ts";
import { listPackages } from "./store/packages.ts";

/** Acme has Bronze, with three seats; Cy and Mia, who manages it, sit on two of them. */
const start = async (packageName = "Bronze") => {
  const desk = await startDesk();
  const { db, cast } = desk;
  for (const { personId } of [cast.mia, cast.eve]) await act(db, us, giveAccess, { personId, password: secret });
  const booked = (await listPackages(db)).find(({ names }) => names.en === packageName);
  const facts = { organisationId: cast.acme, name: "Acme", packageId: booked?.id };
  await act(db, cast.ada, changeOrganisation, facts);
  return { ...desk, at: `/organisation/${cast.acme}`, mia: await desk.signedIn("mia@acme.example") };
};

const nora = { name: "Nora Neu", email: "nora@elsewhere.example", locale: "de" };

describe("the page of one's own organisation", () => {
  it("is for its members, who see each other and whom to ask; to strangers it does not exist", async () => {
    const { at, visit, signedIn, cast } = await start();
    expect((await visit().get("/organisation")).location).toMatch(/^\/sign-in/);
    const cy = await signedIn("cy@acme.example");
    for (const path of ["/organisation", at]) {
      const page = await cy.get(path);
      expect(page.status).toBe(200);
      for (const words of ["Cora", "mia@acme.example", "2 of 3 taken", "Care package Bronze", "Managers invite"])
        expect(page.body).toContain(words);
      expect(page.body).not.toMatch(/Invite somebody|>Remove</);
    }
    const eve = await signedIn("eve@globex.example");
    expect((await eve.get(at)).status).toBe(404);
    expect((await eve.get("/organisation/x")).status).toBe(404);
    for (const path of ["invitations", `members/${cast.cy.personId}/remove`, `outside/${cast.cy.personId}`, "seats"]) {
      expect((await visit().post(`${at}/${path}`, nora)).location).toMatch(/^\/sign-in/);
      expect((await cy.post(`${at}/${path}`, nora)).status).toBe(403);
      expect((await eve.post(`${at}/${path}`, nora)).status).toBe(404);
    }
  });

  it("stands in the navigation of managers, and in the menu of their colleagues", async () => {
    const { mia, signedIn } = await start();
    const entry = 'href="/organisation"';
    expect((await mia.get("/profile")).body.split("<main")[0]).toContain(entry);
    expect((await (await signedIn("cy@acme.example")).get("/profile")).body).toContain(entry);
    expect((await (await signedIn("ada@desk.example")).get("/profile")).body).not.toContain(entry);
  });

  it("invites by mail in the chosen language; whoever uses the link is a member, and is not before", async () => {
    const { mia, at, mails, visit } = await start();
    expect(await mia.post(`${at}/invitations`, nora)).toMatchObject({ status: 303, location: at });
    const page = (await mia.get(at)).body;
    expect(page).toMatch(/Open invitations[^]*Nora Neu[^]*nora@elsewhere.example/);
    expect(page).toContain("3 of 3 taken");
    const [mail] = await mails();
    expect(mail).toMatchObject({
      template: "people.invited",
      locale: "de",
      to_address: "nora@elsewhere.example",
      subject: "Acme lädt Sie zu Helpful Ltd ein",
    });
    const browser = visit();
    expect((await browser.get(pathIn(mail!))).body).toContain("you accept the invitation of Acme");
    expect((await browser.post(pathIn(mail!), { password: "ein ganz neues Wort" })).status).toBe(303);
    expect((await browser.get("/organisation")).body).toContain("Acme");
    expect((await mia.get(at)).body).not.toContain("Open invitations");
  });

  it("says in words when no seat is left, keeps what was typed, and asks for more by one button", async () => {
    const { mia, at, mails, eventNames } = await start();
    await mia.post(`${at}/invitations`, nora);
    const refused = await mia.post(`${at}/invitations`, { ...nora, name: "Otto", email: "otto@elsewhere.example" });
    expect(refused.status).toBe(409);
    expect(refused.body).toContain("Acme has 3 seats in the portal, and all of them are taken.");
    expect(refused.body).toContain('value="otto@elsewhere.example"');
    expect(refused.body).toMatch(/action="\/organisation\/\d+\/seats"[^]*Ask for more seats/);
    await mia.post(`${at}/seats`, {});
    const asked = (await mia.get(at)).body;
    expect(asked).toContain("You have asked for more seats");
    expect(asked).not.toContain("Ask for more seats");
    expect((await eventNames()).filter((name) => name === "organisation.seats_requested")).toHaveLength(1);
    expect(await mails()).toHaveLength(1);
  });

  it("says at the field what is wrong with an invitation", async () => {
    const { mia, at } = await start();
    const wrong = await mia.post(`${at}/invitations`, { name: " ", email: "info@acme.example", locale: "en" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain("Fill this in.");
    const role = await mia.post(`${at}/invitations`, { ...nora, email: "info@acme.example" });
    expect(role.body).toContain("belongs to a department");
  });

  it("removes members and takes that back, once and for whoever did it", async () => {
    const { mia, at, cast, signedIn } = await start();
    const cy = `${at}/members/${cast.cy.personId}`;
    await mia.post(`${cy}/remove`, { name: "Cy" });
    const after = (await mia.get(at)).body;
    expect(after).toContain("Cy is no member any more.");
    expect(after).not.toContain("cy@acme.example");
    expect((await (await signedIn("cy@acme.example")).get(at)).status).toBe(404);
    await mia.post(`${cy}/readmit`, { name: "Cy" });
    expect((await mia.get(at)).body).toContain("Cy is a member again.");
    // What was not removed just now is not brought back, and a stranger never.
    expect((await mia.post(`${cy}/readmit`, {})).status).toBe(409);
    expect((await mia.post(`${at}/members/${cast.eve.personId}/readmit`, {})).status).toBe(409);
    expect((await mia.post(`${at}/members/${cast.mia.personId}/remove`, {})).status).toBe(409);
  });

  it("asks whoever is known already, who accepts or declines himself", async () => {
    const { mia, at, mails, signedIn } = await start();
    await mia.post(`${at}/invitations`, { ...nora, email: "eve@globex.example" });
    const [mail] = await mails();
    expect(mail?.text).toContain("http://desk.test/organisation");
    expect(mail?.text).not.toContain("/password/");
    const eve = await signedIn("eve@globex.example");
    expect((await eve.get("/organisation")).body).toContain("Acme invites you");
    expect((await eve.get(at)).status).toBe(404);
    expect(await eve.post(`${at}/answer`, { answer: "accept" })).toMatchObject({ status: 303, location: at });
    const own = (await eve.get(at)).body;
    expect(own).toContain("You belong to Acme now.");
    expect(own).toMatch(/Your organisations[^]*Globex/);
    expect((await eve.post(`${at}/answer`, { answer: "decline" })).status).toBe(409);
  });

  it("is one sentence for somebody without an organisation", async () => {
    const { signedIn } = await start();
    const page = await (await signedIn("ada@desk.example")).get("/organisation");
    expect(page.status).toBe(200);
    expect(page.body).toContain("You belong to no organisation");
  });
});

describe("the pages of care packages", () => {
  it("are for administrators only", async () => {
    const { visit, mia } = await start();
    for (const path of ["/admin/packages", "/admin/packages/new", "/admin/packages/1"]) {
      expect((await visit().get(path)).location).toMatch(/^\/sign-in/);
      expect((await mia.get(path)).status).toBe(403);
    }
    for (const path of ["", "/1", "/1/retire", "/1/restore"])
      expect((await mia.post(`/admin/packages${path}`, { nameEn: "X", nameDe: "X" })).status).toBe(403);
  });

  it("list where each is used, take what was typed back to the form, and retire", async () => {
    const { signedIn, cast } = await start();
    const ada = await signedIn("ada@desk.example");
    expect((await ada.get("/admin/packages")).body).toMatch(/Bronze[^]*3 seats[^]*1 organisation/);
    const wrong = await ada.post("/admin/packages", { nameEn: "Bronze", nameDe: "Eisen", seats: "0" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="Eisen"');
    const taken = await ada.post("/admin/packages", { nameEn: "bronze", nameDe: "Eisen", seats: "2" });
    expect(taken.body).toContain("There is a package of this name already.");
    const { location } = await ada.post("/admin/packages", { nameEn: "Iron", nameDe: "Eisen" });
    expect((await ada.get(location)).body).toContain('value="Eisen"');
    await ada.post(location, { nameEn: "Iron", nameDe: "Eisen", seats: "2", hasTelephoneSupport: "on" });
    expect((await ada.get(location)).body).toContain("Care package changed: Seats, Telephone support");
    await ada.post(`${location}/retire`, {});
    expect((await ada.get(location)).body).toMatch(/This package is retired[^]*Offer again/);
    // Nobody else can be given it, and whoever has a retired one keeps it on offer.
    const organisation = `/admin/organisations/${cast.acme}`;
    expect((await ada.get(organisation)).body).not.toContain("Iron");
    expect((await ada.get("/admin/packages/999999")).status).toBe(404);
  });

  it("are booked on an organisation's page, which counts the seats and keeps the history", async () => {
    const { signedIn, cast, db } = await start();
    const ada = await signedIn("ada@desk.example");
    const gold = (await listPackages(db)).find(({ names }) => names.en === "Gold");
    const path = `/admin/organisations/${cast.acme}`;
    await ada.post(path, { name: "Acme", packageId: String(gold?.id), domains: "acme.example" });
    const page = (await ada.get(path)).body;
    expect(page).toMatch(/2 of 10 taken/);
    expect(page).toContain("Care package changed: Bronze → Gold");
    expect((await ada.get(`/admin/organisations?package=${gold?.id}`)).body).not.toContain("Globex");
    const retired = await ada.post(path, { name: "Acme", packageId: "999999" });
    expect(retired.status).toBe(422);
    expect(retired.body).toContain("This package is offered no longer.");
  });
});

describe("the page of a team", () => {
  it("says who gets what comes in, and refuses a person who is no member", async () => {
    const { signedIn, cast } = await start();
    const ada = await signedIn("ada@desk.example");
    const path = `/admin/teams/${cast.firstLevel}`;
    const [ann, mo] = [String(cast.ann.personId), String(cast.mo.personId)];
    const form = { name: "First level", level: "first", memberIds: [ann], assigneeRule: "person" };
    const wrong = await ada.post(path, { ...form, assigneeId: mo });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain("Choose somebody who is a member of this team.");
    expect((await ada.post(path, { ...form, calendarId: "999999", assigneeId: ann })).status).toBe(422);
    expect((await ada.post(path, { ...form, assigneeId: ann })).status).toBe(303);
    expect((await ada.get(path)).body).toMatch(/value="person"[^>]*checked/);
    await ada.post(`/admin/people/${ann}/deactivate`, {});
    expect((await ada.get(path)).body).toContain("no longer works here");
    expect((await ada.get("/admin/teams")).body).toContain("Always the same person");
  });
});
