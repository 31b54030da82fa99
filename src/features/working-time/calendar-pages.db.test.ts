import { describe, expect, it } from "vitest";
import { startDesk } from "../../../test/support/people.ts";
import { listCalendars } from "./store.ts";

const form = {
  name: "Munich",
  timeZone: "Europe/Berlin",
  region: "DE-BY",
  "week.0": "9-12, 13-18",
  "week.1": "9-18",
};

describe("the pages of calendars", () => {
  it("are for administrators only", async () => {
    const { visit, signedIn, db } = await startDesk();
    const [standard] = await listCalendars(db);
    const own = `/admin/calendars/${standard!.id}`;
    const cy = await signedIn("cy@acme.example");
    for (const path of ["/admin/calendars", "/admin/calendars/new", own]) {
      expect((await visit().get(path)).location).toMatch(/^\/sign-in/);
      expect((await cy.get(path)).status).toBe(403);
    }
    for (const path of ["/admin/calendars", own, `${own}/default`, `${own}/retire`, `${own}/restore`])
      expect((await cy.post(path, form)).status).toBe(403);
  });

  it("show the shipped calendar with its holidays and coming days", async () => {
    const { signedIn, db } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    expect((await ada.get("/admin/calendars")).body).toContain("Mon–Fri 09:00–18:00");
    const [standard] = await listCalendars(db);
    const { body } = await ada.get(`/admin/calendars/${standard!.id}`);
    expect(body).toContain('value="09:00–18:00"');
    expect(body).toContain("German Unity Day");
    expect(body).toContain("The next two weeks");
    for (const path of ["/admin/calendars/999999", "/admin/calendars/x"])
      expect((await ada.get(path)).status).toBe(404);
  });

  it("add a calendar once, and change it by plain fields", async () => {
    const { signedIn, db } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    const once = crypto.randomUUID();
    const [one, other] = await Promise.all([1, 2].map(() => ada.post("/admin/calendars", { ...form, once })));
    expect(one!.status).toBe(303);
    expect(other!.location).toBe(one!.location);
    expect(await listCalendars(db)).toHaveLength(2);
    const saved = await ada.post(one!.location, {
      ...form,
      "week.5": "10-14",
      "specialDays.0.on": "2026-12-24",
      "specialDays.0.everyYear": "on",
      "specialDays.0.name": "Christmas Eve",
      "specialDays.2.on": "2026-12-28",
    });
    expect(saved.status).toBe(303);
    const { body } = await ada.get(one!.location);
    expect(body).toContain("Saved.");
    expect(body).toContain('value="10:00–14:00"');
    expect(body).toContain('value="Christmas Eve"');
    expect(body).toContain("Working hours, Special days");
    const calendar = (await listCalendars(db)).find(({ name }) => name === "Munich");
    expect(calendar!.time.specialDays.map(({ on }) => on)).toEqual(["12-24", "2026-12-28"]);
  });

  it("keep what was typed and say at the field what is wrong", async () => {
    const { signedIn } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    const wrong = await ada.post("/admin/calendars", {
      ...form,
      "week.2": "nine to five",
      "specialDays.4.name": "Works outing",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('value="nine to five"');
    expect(wrong.body).toContain("Write from–to, several with a comma");
    expect(wrong.body).toContain("Enter the date, or empty the whole row.");
    expect(wrong.body).toContain('value="Works outing"');
  });

  it("make default, retire and offer again by buttons, and refuse to retire the default", async () => {
    const { signedIn, db } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    const { location } = await ada.post("/admin/calendars", form);
    expect((await ada.post(`${location}/retire`, {})).status).toBe(303);
    expect((await ada.get(location)).body).toContain("Munich is retired.");
    expect((await ada.post(`${location}/default`, {})).status).toBe(409);
    await ada.post(`${location}/restore`, {});
    await ada.post(`${location}/default`, {});
    expect((await listCalendars(db))[0]).toMatchObject({ name: "Munich", isDefault: true });
    const refused = await ada.post(`${location}/retire`, {});
    expect(refused.status).toBe(409);
    expect(refused.body).toContain("Choose another one first");
  });
});
