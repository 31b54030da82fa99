import { describe, expect, it } from "vitest";
import { secret, startDesk } from "../../../test/support/people.ts";
import { act } from "../../platform/act.ts";
import { after, days, minutes, useClock } from "../../platform/time.ts";
import { deactivatePerson } from "./actions/deactivate-person.ts";

const cy = { email: "cy@acme.example", password: secret };

describe("signing in by password", () => {
  it("takes customers to the portal and agents to the desk, and names the form's fields email and password", async () => {
    const { visit } = await startDesk();
    const browser = visit();
    const form = await browser.get("/sign-in");
    expect(form.body).toMatch(/<form[^>]+action="\/sign-in"[^>]+method="post"/);
    expect(form.body).toContain('name="email"');
    expect(form.body).toContain('name="password"');
    expect(await browser.post("/sign-in", cy)).toMatchObject({ status: 303, location: "/" });
    expect(await visit().post("/sign-in", { email: " ADA@desk.example ", password: secret })).toMatchObject({
      status: 303,
      location: "/desk",
    });
  });

  it("keeps the session in a cookie that scripts and other sites cannot use, and only its hash in the database", async () => {
    const { visit, context } = await startDesk();
    const browser = visit();
    const answer = await browser.post("/sign-in", cy);
    expect(answer.setCookies.join()).toMatch(/^tresen_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=/);
    expect((await browser.get("/profile")).status).toBe(200);
    const stored = await context.db.selectFrom("sessions").select(["token", "ip_address"]).execute();
    expect(stored).toHaveLength(1);
    expect(stored[0]?.token).not.toBe(browser.cookies.get("tresen_session"));
    expect(stored[0]?.ip_address).toBe("203.0.113.7");
  });

  it("goes on to the page that was wanted, and never to another server", async () => {
    const { visit } = await startDesk();
    const wished = async (next: string) => (await visit().post("/sign-in", { ...cy, next })).location;
    expect(await wished("/requests/10001?a=1")).toBe("/requests/10001?a=1");
    for (const next of ["//evil.test/", "/\\evil.test", "https://evil.test/", "/sign-in", "javascript:alert(1)"])
      expect(await wished(next)).toBe("/");
  });

  it("says the same of a wrong password and an unknown address, keeps the address, never shows the password", async () => {
    const { visit } = await startDesk();
    const wrong = await visit({ language: "de" }).post("/sign-in", { ...cy, password: "falsch geraten" });
    const unknown = await visit({ language: "de" }).post("/sign-in", {
      email: "wer@acme.example",
      password: "falsch geraten",
    });
    expect(wrong.status).toBe(422);
    expect(unknown.status).toBe(422);
    const withoutNonces = (html: string) => html.replaceAll(/"[\w-]{22}"/g, "");
    expect(withoutNonces(wrong.body).replaceAll("cy@", "wer@")).toBe(withoutNonces(unknown.body));
    expect(wrong.body).toContain("E-Mail-Adresse und Passwort passen nicht zusammen");
    expect(wrong.body).toContain('value="cy@acme.example"');
    expect(wrong.body).not.toContain("falsch geraten");
  });

  it("names what is missing", async () => {
    const { visit } = await startDesk();
    const answer = await visit().post("/sign-in", { email: "cy", password: "" });
    expect(answer.status).toBe(422);
    expect(answer.body).toContain("Write an e-mail address like");
    expect(answer.body).toContain("Fill this in.");
  });

  it("checks no more passwords after eight wrong ones, tells the person once, and lets go after a while", async () => {
    const { visit, eventNames } = await startDesk();
    const wrong = { ...cy, password: "guessing again" };
    for (let attempt = 1; attempt <= 8; attempt++) expect((await visit().post("/sign-in", wrong)).status).toBe(422);
    const blocked = await visit().post("/sign-in", cy);
    expect(blocked.status).toBe(429);
    expect(blocked.body).toContain("For 15 minutes no password is checked here");
    expect((await visit({ ip: "198.51.100.9" }).post("/sign-in", cy)).status).toBe(429);
    expect((await eventNames()).filter((name) => name === "person.sign_in_blocked")).toHaveLength(1);
    const restore = useClock(() => after(new Date(), minutes(16)));
    try {
      expect((await visit().post("/sign-in", cy)).status).toBe(303);
    } finally {
      restore();
    }
  });

  it("counts tries that come at the same time one by one", async () => {
    const { visit, eventNames } = await startDesk();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => visit().post("/sign-in", { ...cy, password: `guess number ${n}` })),
    );
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(8);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(12);
    expect((await eventNames()).filter((name) => name === "person.sign_in_blocked")).toHaveLength(1);
  });

  it("says nothing of addresses that nobody has, and mails them nothing", async () => {
    const { visit, eventNames } = await startDesk();
    for (let attempt = 1; attempt <= 8; attempt++)
      await visit().post("/sign-in", { email: "wer@acme.example", password: "x" });
    expect((await visit().post("/sign-in", { email: "wer@acme.example", password: "x" })).status).toBe(429);
    expect(await eventNames()).not.toContain("person.sign_in_blocked");
  });

  it("lets a whole office in from one address, and stops whoever guesses there", async () => {
    const { visit } = await startDesk();
    for (let person = 1; person <= 51; person++) expect((await visit().post("/sign-in", cy)).status).toBe(303);
    for (let guess = 1; guess <= 50; guess++)
      expect((await visit().post("/sign-in", { email: `p${guess}@acme.example`, password: "x" })).status).toBe(422);
    expect((await visit().post("/sign-in", cy)).status).toBe(429);
  });

  it("forgets the wrong tries once the right one came", async () => {
    const { visit } = await startDesk();
    for (let round = 1; round <= 3; round++) {
      for (let attempt = 1; attempt <= 5; attempt++) await visit().post("/sign-in", { ...cy, password: "oh no" });
      expect((await visit().post("/sign-in", cy)).status).toBe(303);
    }
  });

  it("lets nobody in who is deactivated, and throws out at once who was in", async () => {
    const { visit, context, cast } = await startDesk();
    const browser = visit();
    await browser.post("/sign-in", cy);
    expect((await browser.get("/profile")).status).toBe(200);
    await act(context.db, cast.ada, deactivatePerson, { personId: cast.cy.personId });
    expect((await browser.get("/profile")).location).toBe("/sign-in?next=%2Fprofile");
    expect((await visit().post("/sign-in", cy)).status).toBe(422);
  });
});

describe("a session", () => {
  it("ends when it is signed out, wherever the cookie was copied to", async () => {
    const { visit, eventNames } = await startDesk();
    const browser = visit();
    await browser.post("/sign-in", cy);
    const copy = visit();
    copy.cookies.set("tresen_session", browser.cookies.get("tresen_session") ?? "");
    expect((await copy.get("/profile")).status).toBe(200);
    expect(await browser.post("/sign-out", {})).toMatchObject({ status: 303, location: "/" });
    expect(browser.cookies.has("tresen_session")).toBe(false);
    expect((await copy.get("/profile")).status).toBe(303);
    expect(await eventNames()).toContain("person.signed_out");
  });

  it("goes on for as long as it is used within thirty days", async () => {
    const { visit } = await startDesk();
    const browser = visit();
    await browser.post("/sign-in", cy);
    let offset = 0;
    const restore = useClock(() => after(new Date(), offset));
    try {
      offset = days(25);
      expect((await browser.get("/profile")).status).toBe(200);
      offset = days(50);
      expect((await browser.get("/profile")).status).toBe(200);
      offset = days(81);
      expect((await browser.get("/profile")).status).toBe(303);
    } finally {
      restore();
    }
  });

  it("cannot be made up", async () => {
    const { visit, context } = await startDesk();
    const browser = visit();
    await browser.post("/sign-in", cy);
    const { token } = await context.db.selectFrom("sessions").select("token").executeTakeFirstOrThrow();
    for (const made of [token, "", "x", "a".repeat(43)]) {
      const thief = visit();
      thief.cookies.set("tresen_session", made);
      expect((await thief.get("/profile")).status).toBe(303);
    }
  });
});
