import { describe, expect, it } from "vitest";
import { secret, startDesk } from "../../../test/support/people.ts";

const fresh = "ein ganz neues Wort";

describe("the profile", () => {
  it("is for people who are signed in", async () => {
    const { visit } = await startDesk();
    expect((await visit().get("/profile")).location).toBe("/sign-in?next=%2Fprofile");
    const posted = await visit().post("/profile", { name: "Mallory" });
    expect(posted.location).toMatch(/^\/sign-in\?next=%2Fheld%2F/);
  });

  it("changes name, telephone, language and time zone, and reads in the new language at once", async () => {
    const { signedIn, db, cast, eventNames } = await startDesk();
    const browser = await signedIn("cy@acme.example");
    const facts = { name: " Cy Kunde ", phone: "+49 30 123", locale: "de", timeZone: "Europe/Vienna" };
    expect(await browser.post("/profile", facts)).toMatchObject({ status: 303, location: "/profile" });
    const page = await browser.get("/profile");
    expect(page.body).toContain("Gespeichert.");
    expect(page.body).toContain('<html lang="de"');
    expect(page.body).toContain('value="Cy Kunde"');
    const { payload } = await db
      .selectFrom("events")
      .select("payload")
      .where("name", "=", "person.changed")
      .where("subject_id", "=", cast.cy.personId)
      .executeTakeFirstOrThrow();
    expect(payload).toEqual({ changed: ["name", "phone", "locale", "timeZone"] });
    const before = (await eventNames()).length;
    await browser.post("/profile", facts);
    expect((await eventNames()).length).toBe(before);
  });

  it("changes nothing else: role and address in the form are ignored", async () => {
    const { signedIn, db, cast } = await startDesk();
    const browser = await signedIn("cy@acme.example");
    await browser.post("/profile", {
      name: "Cy",
      locale: "en",
      timeZone: "Europe/Berlin",
      role: "administrator",
      email: "ada@desk.example",
      personId: String(cast.ada.personId),
    });
    const cy = await db
      .selectFrom("people")
      .select(["role", "email"])
      .where("id", "=", cast.cy.personId)
      .executeTakeFirst();
    expect(cy).toEqual({ role: "customer", email: "cy@acme.example" });
  });

  it("says what is wrong and keeps what was typed", async () => {
    const { signedIn } = await startDesk();
    const browser = await signedIn("cy@acme.example");
    const answer = await browser.post("/profile", {
      name: "",
      phone: "0123 typed",
      locale: "fr",
      timeZone: "Mars/Olympus",
    });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain("Fill this in.");
    expect(answer.body).toContain("Choose one of the options.");
    expect(answer.body).toContain('value="0123 typed"');
  });
});

describe("changing one's password", () => {
  it("takes the current one, keeps this device signed in, signs out the others, and is told by mail", async () => {
    const { signedIn, visit, mails } = await startDesk();
    const browser = await signedIn("cy@acme.example");
    const other = await signedIn("cy@acme.example");
    const answer = await browser.post("/profile/password", { currentPassword: secret, password: fresh });
    expect(answer).toMatchObject({ status: 303, location: "/profile" });
    expect((await browser.get("/profile")).status).toBe(200);
    expect((await other.get("/profile")).status).toBe(303);
    expect((await visit().post("/sign-in", { email: "cy@acme.example", password: secret })).status).toBe(422);
    expect((await visit().post("/sign-in", { email: "cy@acme.example", password: fresh })).status).toBe(303);
    expect(await mails()).toMatchObject([
      { to_address: "cy@acme.example", subject: "Your password at Helpful Ltd was changed" },
    ]);
  });

  it("refuses a wrong current one, and guessing it", async () => {
    const { signedIn } = await startDesk();
    const browser = await signedIn("cy@acme.example");
    for (let n = 0; n < 8; n++) {
      const answer = await browser.post("/profile/password", { currentPassword: "wrong", password: fresh });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain("This is not your current password.");
      expect(answer.body).not.toContain(fresh);
    }
    expect((await browser.post("/profile/password", { currentPassword: secret, password: fresh })).status).toBe(429);
  });

  it("refuses what is too short, in the reader's language", async () => {
    const { signedIn } = await startDesk();
    const browser = await signedIn("cy@acme.example");
    await browser.get("/language?to=de&next=/");
    const answer = await browser.post("/profile/password", { currentPassword: secret, password: "kurz" });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain("Bitte mindestens 10 Zeichen");
  });
});

describe("the list of sessions", () => {
  it("names the devices, marks this one, and ends one or all others", async () => {
    const { signedIn, db } = await startDesk();
    const [here, second, third] = [
      await signedIn("cy@acme.example"),
      await signedIn("cy@acme.example"),
      await signedIn("cy@acme.example"),
    ];
    const page = await here.get("/profile");
    expect(page.body.match(/Firefox on Linux/g)?.length).toBeGreaterThanOrEqual(3);
    expect(page.body.match(/This device/g)).toHaveLength(1);
    const ids = (await db.selectFrom("sessions").select("id").orderBy("id").execute()).map(({ id }) => id);
    expect(page.body).toContain(`/profile/sessions/${ids[1]!}/end`);
    await here.post(`/profile/sessions/${ids[1]!}/end`, {});
    expect((await second.get("/profile")).status).toBe(303);
    expect((await third.get("/profile")).status).toBe(200);
    await here.post("/profile/sessions/end", {});
    expect((await third.get("/profile")).status).toBe(303);
    expect((await here.get("/profile")).status).toBe(200);
  });

  it("lets nobody end somebody else's", async () => {
    const { signedIn, db, cast } = await startDesk();
    const cy = await signedIn("cy@acme.example");
    const ada = await signedIn("ada@desk.example");
    const { id } = await db
      .selectFrom("sessions")
      .select("id")
      .where("person_id", "=", cast.cy.personId)
      .executeTakeFirstOrThrow();
    expect((await ada.post(`/profile/sessions/${id}/end`, {})).status).toBe(404);
    expect((await ada.post("/profile/sessions/x/end", {})).status).toBe(404);
    expect((await cy.get("/profile")).status).toBe(200);
  });
});

describe("the language", () => {
  it("is the browser's, then the one that is chosen, for visitors by a cookie", async () => {
    const { visit } = await startDesk();
    const browser = visit({ language: "fr, de;q=0.8, en;q=0.5" });
    expect((await browser.get("/sign-in")).body).toContain('<html lang="de"');
    const chosen = await browser.get("/language?to=en&next=%2Fsign-in");
    expect(chosen).toMatchObject({ status: 303, location: "/sign-in" });
    expect((await browser.get("/sign-in")).body).toContain('<html lang="en"');
    await browser.post("/language", { to: "de", next: "//evil.example" });
    expect((await browser.get("/sign-in")).body).toContain('<html lang="de"');
  });

  it("falls back to the desk's", async () => {
    const { visit } = await startDesk();
    expect((await visit({ language: "fr" }).get("/sign-in")).body).toContain('<html lang="en"');
  });

  it("of somebody signed in is his own, and stands in his profile", async () => {
    const { signedIn, db, cast } = await startDesk();
    const browser = await signedIn("cy@acme.example");
    await browser.get("/language?to=de&next=%2Fprofile");
    expect((await browser.get("/profile")).body).toContain('<html lang="de"');
    const cy = await db.selectFrom("people").select("locale").where("id", "=", cast.cy.personId).executeTakeFirst();
    expect(cy?.locale).toBe("de");
  });

  it("of a profile is not changed by a picture on another website", async () => {
    const { signedIn, db, cast } = await startDesk();
    const browser = await signedIn("cy@acme.example");
    const localeOf = () =>
      db.selectFrom("people").select("locale").where("id", "=", cast.cy.personId).executeTakeFirstOrThrow();
    const before = await localeOf();
    const other = before.locale === "de" ? "en" : "de";
    await browser.get(`/language?to=${other}&next=/`, { "sec-fetch-site": "cross-site" });
    expect(await localeOf()).toEqual(before);
    await browser.get(`/language?to=${other}&next=/`, { "sec-fetch-site": "same-origin" });
    expect(await localeOf()).toEqual({ locale: other });
  });

  it("is not chosen by a browser that only looks ahead, nor to anywhere else", async () => {
    const { visit, signedIn } = await startDesk();
    const browser = await signedIn("cy@acme.example");
    expect((await browser.get("/language?to=de&next=/", { "sec-purpose": "prefetch" })).status).toBe(204);
    expect((await browser.get("/profile")).body).toContain('<html lang="en"');
    expect((await visit().get("/language?to=de&next=https://evil.example")).location).toBe("/");
    expect((await visit().get("/language?to=fr")).status).toBe(404);
  });
});

describe("a form that was sent without a session", () => {
  it("comes back after signing in, with one button that sends it on", async () => {
    const { visit } = await startDesk();
    const browser = visit();
    const sent = await browser.post("/profile", { name: "Cyrus the <Great>", locale: "en", timeZone: "Europe/Berlin" });
    expect((await browser.get(sent.location)).body).toContain("Sign in to go on.");
    const next = new URL(sent.location, "http://x").searchParams.get("next")!;
    const back = await browser.post("/sign-in", { email: "cy@acme.example", password: secret, next });
    expect(back.location).toBe(next);
    const held = await browser.get(next);
    expect(held.status).toBe(200);
    expect(held.body).toContain('action="/profile"');
    expect(held.body).toContain('<blockquote class="kept-words">Cyrus the &lt;Great></blockquote>');
    expect(held.body).toContain('name="timeZone" value="Europe/Berlin"');
    await browser.post("/profile", { name: "Cyrus the <Great>", locale: "en", timeZone: "Europe/Berlin" });
    expect((await browser.get("/profile")).body).toContain('value="Cyrus the &lt;Great>"');
  });

  it("holds no password", async () => {
    const { visit, db } = await startDesk();
    await visit().post("/profile/password", { currentPassword: secret, password: fresh });
    expect(JSON.stringify(await db.selectFrom("held_forms").selectAll().execute())).not.toMatch(/Pferde|Wort/);
  });

  it("is handed to nobody without a session, and is gone when nobody kept it", async () => {
    const { visit, signedIn } = await startDesk();
    expect((await visit().get("/held/x")).location).toBe("/sign-in?next=%2Fheld%2Fx");
    const gone = await (await signedIn("cy@acme.example")).get("/held/x");
    expect(gone.status).toBe(404);
    expect(gone.body).toContain("nothing to send any more");
  });
});
