import { describe, expect, it } from "vitest";
import { testContext } from "../../../test/support/context.ts";
import { freshDb } from "../../../test/support/db.ts";
import { startWeb } from "../../../test/support/web.ts";
import { act } from "../../platform/act.ts";
import { visitor } from "../../platform/actor.ts";
import { Forbidden } from "../../platform/errors.ts";
import { signerWith } from "../../platform/signer.ts";
import { setUp } from "./actions/set-up.ts";
import { setUpLink } from "./auth/set-up-link.ts";
import { peopleFeature } from "./feature.ts";

const start = async () => {
  const context = await testContext(await freshDb());
  const { visit } = await startWeb(context, [peopleFeature]);
  const path = (await setUpLink(context))?.replace("http://desk.test", "") ?? "";
  return { context, visit, path };
};

const given = {
  deskName: "Muster Support",
  mailAddress: "Support@muster.example",
  locale: "de",
  timeZone: "Europe/Vienna",
  name: "Ada Muster",
  email: "ada@muster.example",
  password: "vier Pferde im Regen",
};

describe("setting up", () => {
  it("makes the desk and an administrator who is signed in, by the link that stands in the terminal", async () => {
    const { context, visit, path } = await start();
    expect(path).toMatch(/^\/set-up\/[a-z2-7]{26}$/);
    const browser = visit();
    const form = await browser.get(path);
    expect(form.status).toBe(200);
    expect(form.body).toContain("Set up your desk");
    const done = await browser.post(path, given);
    expect(done).toMatchObject({ status: 303, location: "/admin/presets" });
    expect(decodeURIComponent(done.setCookies.join())).toContain("tresen_flash=");
    const profile = await browser.get("/profile");
    expect(profile.body).toContain("Ada Muster");
    expect(profile.body).toContain("Wo Sie angemeldet sind");
    expect(await context.db.selectFrom("desks").select(["name", "mail_address", "time_zone"]).execute()).toEqual([
      { name: "Muster Support", mail_address: "support@muster.example", time_zone: "Europe/Vienna" },
    ]);
    expect(await context.db.selectFrom("people").select(["email", "role"]).execute()).toEqual([
      { email: "ada@muster.example", role: "administrator" },
    ]);
  });

  it("is done once: the link then says so, and no link is printed any more", async () => {
    const { context, visit, path } = await start();
    await visit().post(path, given);
    expect(await setUpLink(context)).toBeUndefined();
    const again = await visit({ language: "de" }).get(path);
    expect(again.status).toBe(410);
    expect(again.body).toContain("schon eingerichtet");
    expect((await visit().post(path, { ...given, email: "eve@globex.example" })).status).toBe(410);
    expect(await context.db.selectFrom("people").select("id").execute()).toHaveLength(1);
  });

  it("is done once also when two send it at the same time, and the loser keeps nothing", async () => {
    const { context, visit, path } = await start();
    const answers = await Promise.all(
      ["ada@muster.example", "bea@muster.example"].map((email) => visit().post(path, { ...given, email })),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await context.db.selectFrom("people").select("id").execute()).toHaveLength(1);
    expect(await context.db.selectFrom("accounts").select("person_id").execute()).toHaveLength(1);
  });

  it("refuses a token that somebody made up, and one of another installation", async () => {
    const { context, visit } = await start();
    const other = signerWith(Buffer.from("the secret of another installation")).sign("set-up", "desk");
    for (const token of ["x", "a".repeat(26), other]) {
      const answer = await visit().get(`/set-up/${token}`);
      expect(answer.status).toBe(404);
      expect(answer.body).toContain("The right one stands in the terminal");
      expect((await visit().post(`/set-up/${token}`, given)).status).toBe(404);
    }
    expect(await context.db.selectFrom("desks").select("id").execute()).toEqual([]);
  });

  it("names everything that is missing or wrong, and keeps what was typed but the password", async () => {
    const { context, visit, path } = await start();
    const empty = await visit().post(path, {});
    expect(empty.status).toBe(422);
    for (const field of ["deskName", "mailAddress", "name", "email", "password"])
      expect(empty.body).toContain(`href="#set-up-${field}"`);
    const wrong: readonly (readonly [Partial<typeof given>, string])[] = [
      [{ email: "info@muster.example" }, "belongs to a department"],
      [{ mailAddress: "ada@muster.example" }, "own address"],
      [{ timeZone: "Mars/Olympus" }, "Choose a time zone"],
      [{ password: "hallo12345" }, "tried first"],
    ];
    for (const [change, reason] of wrong) {
      const answer = await visit().post(path, { ...given, ...change });
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(reason);
      expect(answer.body).toContain('value="Muster Support"');
      expect(answer.body).not.toContain(change.password ?? given.password);
    }
    expect(await context.db.selectFrom("desks").select("id").execute()).toEqual([]);
  });

  it("cannot be run by anybody but the program", async () => {
    const { context } = await start();
    const input = { ...given, device: { ip: "203.0.113.7", userAgent: "" } };
    await expect(act(context.db, visitor({ locale: "en", timeZone: "UTC" }), setUp, input)).rejects.toThrow(Forbidden);
  });
});

describe("before the set-up", () => {
  it("every address says where the link is, in the reader's language, and is no failure", async () => {
    const { visit } = await start();
    for (const path of ["/sign-in", "/profile", "/register", "/admin/people", "/", "/nowhere", "/desk/nothing/here"]) {
      const answer = await visit({ language: "de" }).get(path);
      expect(answer.status).toBe(503);
      expect(answer.headers["retry-after"]).toBeUndefined();
      expect(answer.body).toContain("Dieser Tresen ist noch nicht eingerichtet");
      expect(answer.body).toContain("nur mit ihm lässt sich der Tresen einrichten");
      expect(answer.body).not.toContain("set-up/");
    }
    const wrong = await visit({ language: "de" }).get("/set-up/abcdefghijklmnopqrstuvwxyz");
    expect(wrong.status).toBe(404);
    expect(wrong.body).toContain("Das ist nicht der Einrichtungs-Link");
  });
});
