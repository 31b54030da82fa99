import { describe, expect, it } from "vitest";
import { castIn, perform, us } from "../../../test/support/cast.ts";
import { inRollback } from "../../../test/support/db.ts";
import { startDesk } from "../../../test/support/people.ts";
import { Conflict, Forbidden, Invalid } from "../../platform/errors.ts";
import { listEvents } from "../../platform/events.ts";
import { changeDesk } from "./actions/change-desk.ts";
import { createDesk } from "./actions/create-desk.ts";
import { findDesk, getDesk } from "./store.ts";

const facts = {
  name: "Muster Support",
  locale: "de",
  timeZone: "Europe/Vienna",
  mailAddress: "hilfe@muster.example",
} as const;

describe("the desk", () => {
  it("is there once it was made, and is made once, by the program", () =>
    inRollback(async (tx) => {
      expect(await findDesk(tx)).toBeUndefined();
      const { ada } = await castIn(tx);
      expect(await getDesk(tx)).toMatchObject({ name: "Helpful Ltd", passwordMinimum: 10 });
      await expect(perform(tx, us, createDesk, facts)).rejects.toThrow(Conflict);
      await expect(perform(tx, ada, createDesk, facts)).rejects.toThrow(Forbidden);
    }));

  it("is changed by administrators, who are told what of it; nothing changed is no event", () =>
    inRollback(async (tx) => {
      const { ada, mo, cy } = await castIn(tx);
      for (const actor of [mo, cy])
        await expect(perform(tx, actor, changeDesk, { ...facts, passwordMinimum: 12 })).rejects.toThrow(Forbidden);
      await perform(tx, ada, changeDesk, { ...facts, passwordMinimum: 12 });
      await perform(tx, ada, changeDesk, { ...facts, passwordMinimum: 12 });
      expect(await getDesk(tx)).toEqual({ ...facts, passwordMinimum: 12, colour: "#00646b", mailFooter: "" });
      const changes = (await listEvents(tx, { kind: "desk", id: 1 })).filter(({ name }) => name === "desk.changed");
      expect(changes.map(({ payload, actor }) => [actor.name, payload["changed"]])).toEqual([
        ["Ada", ["name", "locale", "timeZone", "mailAddress", "passwordMinimum"]],
      ]);
    }));

  it.each([
    [{ timeZone: "Mars/Olympus" }, "timeZone"],
    [{ passwordMinimum: 4 }, "passwordMinimum"],
    [{ passwordMinimum: 65 }, "passwordMinimum"],
    [{ mailAddress: "no address" }, "mailAddress"],
    [{ name: " " }, "name"],
    [{ colour: "red" }, "colour"],
    [{ colour: "#12345" }, "colour"],
  ])("does not take %j", (change, field) =>
    inRollback(async (tx) => {
      const { ada } = await castIn(tx);
      const error: unknown = await perform(tx, ada, changeDesk, { ...facts, passwordMinimum: 10, ...change }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toBeInstanceOf(Invalid);
      expect(Object.keys((error as Invalid).fields)).toEqual([field]);
    }),
  );
});

describe("the desk's look", () => {
  it("is on every page, in every mail, and stays when other things are changed", async () => {
    const { context, signedIn, visit } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    const look = { colour: "#8A2BE2", mailFooter: "Helpful Ltd\r\n1 Main Street" };
    await ada.post("/admin/desk", { ...facts, ...look, passwordMinimum: "10" });
    await ada.post("/admin/desk", { ...facts, passwordMinimum: "11" });
    expect(await getDesk(context.db)).toMatchObject({ colour: "#8a2be2", mailFooter: "Helpful Ltd\n1 Main Street" });
    for (const page of [await visit().get("/"), await ada.get("/desk"), await visit().get("/sign-in")])
      expect(page.body).toContain('href="/brand/8a2be2.css"');
    const sheet = await visit().get("/brand/8a2be2.css");
    expect(sheet.body).toBe(":root{--brand:#8a2be2}\n");
    expect(sheet.headers["content-type"]).toContain("text/css");
    for (const wrong of ["/brand/red.css", "/brand/8a2be2", "/brand/fff%7Dbody.css"])
      expect((await visit().get(wrong)).status).toBe(404);
  });
});

describe("the desk's page", () => {
  it("is for administrators, saves, and comes back with what was typed", async () => {
    const { visit, signedIn } = await startDesk();
    expect((await visit().get("/admin/desk")).location).toMatch(/^\/sign-in/);
    expect((await (await signedIn("cy@acme.example")).get("/admin/desk")).status).toBe(403);
    const ada = await signedIn("ada@desk.example");
    expect((await ada.get("/admin/desk")).body).toContain('value="Helpful Ltd"');
    const wrong = await ada.post("/admin/desk", { ...facts, name: "Typed Name", passwordMinimum: "3" });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain("Choose a number from 5 to 64.");
    expect(wrong.body).toContain('value="Typed Name"');
    expect(await ada.post("/admin/desk", { ...facts, passwordMinimum: "14" })).toMatchObject({ status: 303 });
    const saved = await ada.get("/admin/desk");
    expect(saved.body).toContain("Saved.");
    expect(saved.body).toContain('value="14"');
    expect((await ada.get("/profile")).body).toContain("At least 14 characters");
  });
});
