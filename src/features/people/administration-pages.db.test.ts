import { describe, expect, it } from "vitest";
import { after, days, useClock } from "../../platform/time.ts";
import { pathIn, secret, startDesk } from "../../../test/support/people.ts";

const facts = { locale: "en", timeZone: "Europe/Berlin" } as const;

describe("the pages of the administration", () => {
  const paths = [
    "/admin/people",
    "/admin/people/new",
    "/admin/organisations",
    "/admin/organisations/new",
    "/admin/teams",
    "/admin/teams/new",
  ];

  it("are for administrators only", async () => {
    const { visit, signedIn } = await startDesk();
    const cy = await signedIn("cy@acme.example");
    for (const path of paths) {
      expect((await visit().get(path)).location).toMatch(/^\/sign-in/);
      expect((await cy.get(path)).status).toBe(403);
    }
    for (const path of [
      "/admin/people",
      "/admin/people/1",
      "/admin/people/1/deactivate",
      "/admin/organisations",
      "/admin/organisations/1",
      "/admin/organisations/1/members",
      "/admin/organisations/1/members/1",
      "/admin/teams",
      "/admin/teams/1",
    ])
      expect((await cy.post(path, { name: "X" })).status).toBe(403);
  });

  it("open, find, and say that nothing is there", async () => {
    const { signedIn, cast } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    for (const path of paths) expect((await ada.get(path)).status).toBe(200);
    expect((await ada.get("/admin/people?q=cor")).body).toContain(`href="/admin/people/${cast.cora.personId}"`);
    expect((await ada.get("/admin/people?q=cor")).body).not.toContain("eve@globex.example");
    expect((await ada.get("/admin/people?role=member&state=active")).body).toContain("tom@desk.example");
    expect((await ada.get("/admin/people?q=nobody")).body).toContain("Nobody is found");
    expect((await ada.get("/admin/organisations?q=glob")).body).not.toContain("Acme");
    for (const path of ["/admin/people/999999", "/admin/people/x", "/admin/organisations/999999", "/admin/teams/0"])
      expect((await ada.get(path)).status).toBe(404);
  });

  it("add a person once however often the button is pressed, and invite by mail in his language", async () => {
    const { signedIn, visit, mails, db } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    const form = {
      name: "Nora Neu",
      email: "nora@acme.example",
      role: "member",
      locale: "de",
      invite: "on",
      once: crypto.randomUUID(),
    };
    const [one, other] = await Promise.all([ada.post("/admin/people", form), ada.post("/admin/people", form)]);
    expect(one.status).toBe(303);
    expect(other.location).toBe(one.location);
    expect((await ada.get(one.location)).body).toContain("Nora Neu is added and gets an invitation by mail.");
    const all = await mails();
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      to_address: "nora@acme.example",
      locale: "de",
      subject: "Ihr Arbeitsplatz bei Helpful Ltd",
    });
    expect(all[0]?.text).toContain("Sie arbeiten jetzt am Tresen von Helpful Ltd");
    expect(all[0]?.text).not.toContain("Ihre Anfragen");
    const nora = visit();
    expect(await nora.post(pathIn(all[0]!), { password: secret })).toMatchObject({ status: 303, location: "/desk" });
    expect((await ada.get(one.location)).body).toMatch(
      /Password set[^]*Link for setting a password sent[^]*Person added/,
    );
    expect(await db.selectFrom("people").select("id").where("email", "=", "nora@acme.example").execute()).toHaveLength(
      1,
    );
  });

  it("make nobody anything that was not chosen, and say how far an invitation has come", async () => {
    const { signedIn, mails } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    expect((await ada.get("/admin/people/new")).body).not.toMatch(/name="role"[^>]*checked/);
    expect((await ada.get("/admin/people/new?role=member")).body).toMatch(/name="role"[^>]*value="member"[^>]*checked/);
    const form = { name: "Nora Neu", email: "nora@desk.example", locale: "en" };
    const without = await ada.post("/admin/people", form);
    expect(without.status).toBe(422);
    expect(without.body).toContain("Choose one of the options.");
    const { location } = await ada.post("/admin/people", { ...form, role: "moderator" });
    expect((await ada.get(location)).body).toMatch(/No access yet[^]*Send an invitation/);
    await ada.post(`${location}/password-link`, {});
    expect((await ada.get(location)).body).toMatch(/Invitation is on its way[^]*Send a new invitation/);
    await mails();
    expect((await ada.get(location)).body).toMatch(/Invited[^]*The link is good until[^]*Send a new invitation/);
    const restore = useClock(() => after(new Date(), days(8)));
    try {
      expect((await ada.get(location)).body).toMatch(/Invitation expired[^]*The link was good until/);
    } finally {
      restore();
    }
  });

  it("keep what was typed and say at the field what is wrong", async () => {
    const { signedIn, cast } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    const taken = await ada.post("/admin/people", {
      name: "Cy Two",
      email: "cy@acme.example",
      role: "customer",
      locale: "de",
    });
    expect(taken.status).toBe(422);
    expect(taken.body).toContain("Somebody else has this address already.");
    expect(taken.body).toContain('value="Cy Two"');
    const own = `/admin/people/${cast.ada.personId}`;
    const demoted = await ada.post(own, { name: "Ada", email: "ada@desk.example", role: "member", ...facts });
    expect(demoted.status).toBe(409);
    expect(demoted.body).toContain("This is the last administrator.");
    expect((await ada.post(`${own}/deactivate`, {})).status).toBe(409);
    const domains = await ada.post("/admin/organisations", {
      name: "New Ltd",
      domains: "gmx.de",
      notes: "typed notes",
    });
    expect(domains.status).toBe(422);
    expect(domains.body).toContain("Everybody can get an address at gmx.de");
    expect(domains.body).toContain("typed notes");
  });

  it("change people, memberships and teams", async () => {
    const { signedIn, cast } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    const eve = `/admin/people/${cast.eve.personId}`;
    await ada.post(eve, { name: "Eve Maria", email: "eve@globex.example", phone: "1", role: "moderator", ...facts });
    const page = (await ada.get(eve)).body;
    expect(page).toContain('value="Eve Maria"');
    expect(page).toContain("Role changed: Customer → Moderator");
    const acme = `/admin/organisations/${cast.acme}`;
    await ada.post(`${acme}/members`, { email: "eve@globex.example" });
    await ada.post(`${acme}/members/${cast.eve.personId}`, { to: "manager" });
    const organisation = (await ada.get(acme)).body;
    expect(organisation).toContain("New manager: Eve Maria");
    expect((await ada.post(`${acme}/members`, { email: "unknown@globex.example" })).body).toContain(
      "Nobody is known under this address",
    );
    const team = `/admin/teams/${cast.firstLevel}`;
    await ada.post(team, {
      name: "First",
      level: "second",
      memberIds: [String(cast.ann.personId), String(cast.eve.personId)],
    });
    const teamPage = (await ada.get(team)).body;
    expect(teamPage.match(/name="memberIds"[^>]*checked/g)).toHaveLength(2);
    expect(teamPage).toContain("Team changed: Name, Level, Members");
  });
});
