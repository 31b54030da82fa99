import { expect, it } from "vitest";
import { features } from "../../src/app/features.ts";
import { addTeam, giveAccess } from "../../src/features/people/index.ts";
import { changeType, endType } from "../../src/features/ticket-types/index.ts";
import { openTicket } from "../../src/features/tickets/index.ts";
import { act } from "../../src/platform/act.ts";
import { system } from "../../src/platform/actor.ts";
import { castOf, us } from "../support/cast.ts";
import { testContext } from "../support/context.ts";
import { freshDb } from "../support/db.ts";
import { wordsOf } from "../support/portal.ts";
import { startWeb } from "../support/web.ts";

const password = "vier Pferde im Regen";

const start = async () => {
  const context = await testContext(await freshDb());
  const cast = await castOf(context.db);
  const { visit } = await startWeb(context, features);
  const as = async ({ personId, email }: { personId: number; email: string | null }) => {
    const browser = visit();
    await act(context.db, us, giveAccess, { personId, password });
    await browser.post("/sign-in", { email: email ?? "", password });
    return browser;
  };
  return { ...context, cast, as };
};

it("lists who changed which setting and what it was before, and nothing else that happens", async () => {
  const { db, cast, as } = await start();
  await act(db, cast.ada, changeType, { ticketTypeId: 1, reopenDays: 30, creators: "members" });
  await act(db, system("presets"), endType, { ticketTypeId: 2, to: "retire" });
  await act(db, cast.ada, addTeam, { name: "Night shift", level: "first" });
  await act(db, cast.cy, openTicket, { subject: "Secret plans", text: "Nobody may know." });
  const ada = await as(cast.ada);
  const all = await ada.get("/admin/audit");
  const words = wordsOf(all);
  expect(words).toContain("Type changed: Service request Who may open it: Every customer → Customers who belong to");
  expect(words).toContain("Days for reopening: 14 → 30");
  expect(words).toContain("Type retired: Malfunction");
  expect(words).toContain("Night shift");
  expect(words).not.toContain("Secret plans");
  expect(all.body).toContain('href="/admin/ticket-types/1"');

  const types = wordsOf(await ada.get("/admin/audit?area=ticket-type"));
  expect(types).toContain("Malfunction");
  expect(types).not.toContain("Night shift");
  expect(wordsOf(await ada.get("/admin/audit?area=ticket-type&about=1"))).not.toContain("Type retired");
  const byAda = wordsOf(await ada.get(`/admin/audit?person=${cast.ada.personId}`));
  expect(byAda).toContain("Night shift");
  expect(byAda).not.toContain("Type retired");
  expect(wordsOf(await ada.get("/admin/audit?area=ticket-type&person=0"))).toContain("Type retired");
  expect(wordsOf(await ada.get("/admin/audit?area=priority"))).toContain("No change fits");
  expect((await ada.get("/admin/audit?area=ticket&person=x&from=-3")).status).toBe(200);
  expect(wordsOf(await ada.get("/admin/audit?area=ticket"))).not.toContain("Secret plans");
});

it("has pages, and is for administrators only", async () => {
  const { db, cast, as } = await start();
  for (let days = 1; days <= 51; days++)
    await act(db, cast.ada, changeType, { ticketTypeId: 1, reopenDays: 100 + days });
  const ada = await as(cast.ada);
  const first = await ada.get("/admin/audit?area=ticket-type");
  expect(first.body).toContain('href="/admin/audit?area=ticket-type&amp;from=50"');
  expect(wordsOf(first)).toContain("150 → 151");
  expect(wordsOf(await ada.get("/admin/audit?area=ticket-type&from=50"))).toContain("14 → 101");
  for (const person of [cast.mo, cast.cy]) expect((await (await as(person)).get("/admin/audit")).status).toBe(403);
});

it("finds every kind of thing that it lists among the features' events", () => {
  for (const { name, audited, eventWords } of features)
    for (const kind of Object.keys(audited ?? {}))
      expect(Object.keys(eventWords?.de ?? {}).join(" "), `${name}: ${kind}`).toMatch(
        new RegExp(`\\b${kind.replaceAll("-", "[-_]")}\\.`),
      );
});
