import { describe, expect, it } from "vitest";
import { startHouse } from "../../../test/support/house.ts";
import { cannedAnswersFeature } from "./feature.ts";
import { listAllAnswers, listCannedAnswers } from "./store.ts";

const path = "/admin/canned-answers";
const words = { titleDe: "Urlaub", textDe: "Guten Tag {{requester.name}}", titleEn: "Holiday", textEn: "Hello" };

const start = async () => {
  const house = await startHouse(cannedAnswersFeature);
  const ada = await house.as(house.cast.ada);
  const german = async () => (await listCannedAnswers(house.db)).map(({ titles }) => titles.de);
  const events = async () =>
    (
      await house.db
        .selectFrom("events")
        .select(["name", "payload", "actor_name"])
        .where("subject_kind", "=", "canned_answer")
        .orderBy("id")
        .execute()
    ).map(({ name, payload, actor_name }) => ({ name, payload, by: actor_name }));
  return { ...house, ada, german, events };
};

describe("the canned answers' pages", () => {
  it("are for administrators only", async () => {
    const { as, cast, visit, german } = await start();
    const before = await german();
    const mo = await as(cast.mo);
    for (const each of [path, `${path}/new`, `${path}/1`]) {
      expect((await visit().get(each)).location).toMatch(/^\/sign-in/);
      expect((await mo.get(each)).status).toBe(403);
    }
    for (const each of ["/new", "/1", "/1/move", "/1/end"])
      expect((await mo.post(path + each, { ...words, to: "delete" })).status).toBe(403);
    expect(await german()).toEqual(before);
  });

  it("add an answer in one language or both, once, and show it with its example", async () => {
    const { ada, german, db } = await start();
    const form = { ...words, once: crypto.randomUUID() };
    expect(await ada.post(`${path}/new`, form)).toMatchObject({ status: 303, location: path });
    await ada.post(`${path}/new`, form);
    expect(await german()).toEqual(["Begrüßung", "Rückfrage", "Gelöst", "Urlaub"]);
    await ada.post(`${path}/new`, { titleDe: "Nur deutsch", textDe: "Guten Tag" });
    const list = (await ada.get(path)).body;
    expect(list).toContain(">Holiday</a>");
    expect(list).toContain(">Nur deutsch</a>");
    const id = (await listAllAnswers(db)).find(({ titles }) => titles.en === "Holiday")?.id ?? 0;
    const { body } = await ada.get(`${path}/${id}`);
    expect(body).toContain("Guten Tag Sarah Hansen");
    expect(body).toContain("{{desk.name}}");
    expect(body).toContain("Helpful Ltd");
    for (const each of ["/999", "/x", "/0"]) expect((await ada.get(path + each)).status).toBe(404);
  });

  it("say what is missing or unknown, and keep what was typed", async () => {
    const { ada, german } = await start();
    const before = await german();
    const refuse = async (form: Record<string, string>) => {
      const { status, body } = await ada.post(`${path}/new`, form);
      expect(status).toBe(422);
      return body;
    };
    expect(await refuse({})).toContain("in one language at least");
    expect(await refuse({ titleEn: "Holiday" })).toContain("the text is missing");
    expect(await refuse({ textDe: "Guten Tag" })).toContain("the title is missing");
    const unknown = await refuse({ ...words, textDe: "Rufen Sie {{agent.phone}} an" });
    expect(unknown).toContain("{{agent.phone}} is no placeholder");
    expect(unknown).toContain("Rufen Sie {{agent.phone}} an</textarea>");
    expect(await german()).toEqual(before);
    // A language that is taken out again stays out, also when something else is refused.
    const emptied = await ada.post(`${path}/1`, { titleDe: "", textDe: "", titleEn: "Welcome", textEn: "{{x}}" });
    expect(emptied.status).toBe(422);
    expect(emptied.body).not.toContain("vielen Dank für Ihre Anfrage");
  });

  it("change, order, retire, restore and delete, each with an entry in the history", async () => {
    const { ada, german, events } = await start();
    await ada.post(`${path}/1`, { ...words, titleDe: "Hallo" });
    await ada.post(`${path}/1`, { ...words, titleDe: "Hallo" });
    await ada.post(`${path}/1/move`, { to: "down" });
    await ada.post(`${path}/1/move`, { to: "down" });
    await ada.post(`${path}/1/move`, { to: "down" });
    expect(await german()).toEqual(["Rückfrage", "Gelöst", "Hallo"]);
    await ada.post(`${path}/2/end`, { to: "retire" });
    await ada.post(`${path}/2/end`, { to: "retire" });
    expect(await german()).toEqual(["Gelöst", "Hallo"]);
    expect((await ada.get(`${path}/2`)).body).toContain("no longer offered");
    await ada.post(`${path}/2/end`, { to: "restore" });
    await ada.post(`${path}/3/end`, { to: "delete" });
    expect((await ada.post(`${path}/3/end`, { to: "delete" })).status).toBe(404);
    expect((await ada.post(`${path}/2/end`, { to: "burn" })).status).toBe(422);
    expect(await german()).toEqual(["Rückfrage", "Hallo"]);
    expect(await events()).toEqual([
      {
        name: "canned_answer.changed",
        payload: expect.objectContaining({
          name: "Holiday",
          changed: ["titleDe", "textDe", "titleEn", "textEn"],
        }) as unknown,
        by: "Ada",
      },
      { name: "canned_answer.moved", payload: { name: "Holiday", to: "down" }, by: "Ada" },
      { name: "canned_answer.moved", payload: { name: "Holiday", to: "down" }, by: "Ada" },
      { name: "canned_answer.retired", payload: { name: "More details" }, by: "Ada" },
      { name: "canned_answer.restored", payload: { name: "More details" }, by: "Ada" },
      { name: "canned_answer.deleted", payload: { name: "Solved" }, by: "Ada" },
    ]);
    expect((await ada.get(`${path}/1`)).body).toContain("Canned answer moved: down");
  });
});
