import { describe, expect, it } from "vitest";
import { startDesk } from "../../../test/support/people.ts";
import { listCalendars } from "./store.ts";

const form = {
  name: "Munich",
  timeZone: "Europe/Berlin",
  region: "DE-BY",
  "week.0.0.from": "09:00",
  "week.0.0.to": "12:00",
  "week.0.1.from": "13:00",
  "week.0.1.to": "18:00",
  "week.1.0.from": "18:00",
  "week.1.0.to": "24 Uhr",
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
    expect(body).toMatch(/name="week.0.0.from"[^>]*value="09:00"/);
    expect(body).toMatch(/name="week.0.0.to"[^>]*value="18:00"/);
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
      "week.5.0.from": "10:00",
      "week.5.0.to": "14:00",
      "specialDays.0.on": "2026-12-24",
      "specialDays.0.everyYear": "on",
      "specialDays.0.name": "Christmas Eve",
      "specialDays.2.on": "2026-12-28",
    });
    expect(saved.status).toBe(303);
    const { body } = await ada.get(one!.location);
    expect(body).toContain("Saved.");
    expect(body).toMatch(/name="week.5.0.to"[^>]*value="14:00"/);
    expect(body).toMatch(/name="week.1.0.to"[^>]*value="24:00"/);
    expect(body).toContain('value="Christmas Eve"');
    expect(body).toContain("Working hours, Special days");
    const calendar = (await listCalendars(db)).find(({ name }) => name === "Munich");
    expect(calendar!.time.week.slice(0, 2)).toEqual([
      [
        { starts: 540, ends: 720 },
        { starts: 780, ends: 1080 },
      ],
      [{ starts: 1080, ends: 1440 }],
    ]);
    expect(calendar!.time.specialDays.map(({ on }) => on)).toEqual(["12-24", "2026-12-28"]);
  });

  it("keep what was typed and say at the field what is wrong", async () => {
    const { signedIn } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    const wrong = await ada.post("/admin/calendars", {
      ...form,
      "week.2.0.from": "17:00",
      "week.2.0.to": "09:00",
      "week.3.0.from": "09:00",
      "specialDays.4.name": "Works outing",
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatch(/name="week.2.0.from"[^>]*value="17:00"/);
    for (const day of [2, 3]) expect(wrong.body).toContain(`href="#calendar-week-${day}"`);
    expect(wrong.body).toContain("Each ends later than it starts");
    expect(wrong.body).toContain("Enter the date, or empty the whole row.");
    expect(wrong.body).toContain('value="Works outing"');
  });

  it("give a day another pair of times, also before anything is saved, and forget the ones that were emptied", async () => {
    const { signedIn, db } = await startDesk();
    const ada = await signedIn("ada@desk.example");
    const more = await ada.post("/admin/calendars", { ...form, name: "", addHours: "0" });
    expect(more.status).toBe(422);
    expect(more.body).toContain('name="week.0.2.from"');
    expect(more.body).not.toContain('name="week.1.1.from"');
    expect(more.body).not.toContain("data-error-summary");
    const rows = (body: string) => body.match(/name="specialDays.\d+.on"/g)!.length;
    const filled = { "specialDays.0.on": "2026-12-24", "specialDays.1.on": "", "specialDays.2.name": "" };
    expect(rows((await ada.post("/admin/calendars", { ...form, ...filled, addHours: "0" })).body)).toBe(4);
    expect(await listCalendars(db)).toHaveLength(1);
    const late = { "week.0.2.from": "19:00", "week.0.2.to": "20:00" };
    const { location } = await ada.post("/admin/calendars", { ...form, ...late });
    expect((await ada.get(location)).body).toMatch(/name="week.0.2.to"[^>]*value="20:00"/);
    const again = await ada.post(location, { ...form, ...late, addHours: "1" });
    expect(again.body).toContain('name="week.1.1.from"');
    await ada.post(location, { ...form, ...late, "week.0.1.from": "", "week.0.1.to": "" });
    expect((await ada.get("/admin/calendars")).body).toContain("09:00–12:00, 19:00–20:00");
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
