import { sql } from "kysely";
import { expect, it } from "vitest";
import type { z } from "zod";
import { features } from "../../src/app/features.ts";
import { choosePresets } from "../../src/features/presets/actions/choose-presets.ts";
import { addMailAddress, changeMailAddress } from "../../src/features/mail-addresses/index.ts";
import { setMailbox } from "../../src/features/mailboxes/index.ts";
import {
  addPackage,
  addTeam,
  changeMember,
  changeOrganisation,
  changePackage,
  changePerson,
  changeTeam,
  giveAccess,
} from "../../src/features/people/index.ts";
import { addParts, addProducts, changeModule, listProducts } from "../../src/features/products/index.ts";
import { addTarget, changeTarget } from "../../src/features/service-levels/index.ts";
import { changeType, endType } from "../../src/features/ticket-types/index.ts";
import { openTicket } from "../../src/features/tickets/index.ts";
import { changeCalendar, listCalendars } from "../../src/features/working-time/index.ts";
import { act, type Action } from "../../src/platform/act.ts";
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

/** Each change of a setting, with what the log says of it in either language. */
it("says of every area what was before and what is now", async () => {
  const { db, cast, as } = await start();
  const browser = await as(cast.ada);
  const { ada } = cast;
  const by = <S extends z.ZodType, O>(verb: Action<S, O>, input: z.input<S>): Promise<O> => act(db, ada, verb, input);
  const { packageId } = await by(addPackage, { nameEn: "Ruby", nameDe: "Rubin", seats: 3 });
  await by(changePackage, { packageId, nameEn: "Ruby", nameDe: "Rubin", seats: 4, hasTelephoneSupport: true });
  await by(changeOrganisation, {
    ...{ organisationId: cast.acme, name: "Acme Works", packageId, domains: "acme.example" },
  });
  await by(changeMember, { organisationId: cast.acme, personId: cast.cora.personId, to: "manager" });
  await by(changeTeam, {
    ...{ teamId: cast.firstLevel, name: "First level", level: "second" },
    ...{ memberIds: [cast.ann.personId, cast.mo.personId], assigneeRule: "person", assigneeId: cast.ann.personId },
  });
  await by(changePerson, { ...cora, personId: cast.cora.personId, role: "member" });
  const { added } = await by(addProducts, { lines: "Till" });
  const productId = added[0]!.id;
  await by(addParts, { productId, part: "version", lines: "1.0\n2.0" });
  await by(addParts, { productId, part: "module", lines: "Receipts" });
  const [till] = await listProducts(db);
  await by(changeModule, {
    ...{ productId, moduleId: till!.modules[0]!.id, name: "Slips", versionIds: [till!.versions[0]!.id] },
  });
  const [calendar] = await listCalendars(db);
  await by(changeCalendar, {
    ...{ calendarId: calendar!.id, name: calendar!.name, timeZone: "Europe/Vienna", region: "AT" },
    week: ["9-12, 13-18", "9-18", "9-18", "9-18", "9-18", "", ""],
    specialDays: [{ on: "2026-12-24", everyYear: true, name: "Heiligabend", hours: "9-12" }],
  });
  const { targetId } = await by(addTarget, { firstResponse: "2 h", priority: "high" });
  await by(changeTarget, { targetId, firstResponse: "1 h", resolution: "8 h", priority: "high" });
  await by(choosePresets, { presets: ["levels", "partners"], retireOthers: true });
  const { addressId } = await by(addMailAddress, { address: "sales@desk.example" });
  await by(changeMailAddress, { addressId, name: "Sales", teamId: cast.secondLevel, typeId: 1, locale: "de" });
  const box = { ...{ addressId, host: "imap.example.org", port: 993, username: "sales", folder: "INBOX" } } as const;
  const mailbox = { ...box, security: "tls", signIn: "password" } as const;
  await by(setMailbox, { ...mailbox, sealedSecret: "first secret" });
  await by(setMailbox, { ...mailbox, port: 143, security: "starttls", sealedSecret: "second secret" });

  const log = async (area: string) => wordsOf(await browser.get(`/admin/audit?area=${area}`));
  expect(await log("care-package")).toContain("Care package changed: Ruby Seats: 3 → 4 Telephone support: no → yes");
  expect(await log("organisation")).toContain("Acme Works Name: Acme → Acme Works Domains: + acme.example");
  expect(await log("organisation")).toContain("Care package: nothing → Ruby");
  expect(await log("organisation")).toContain("Acme Works · Cora");
  expect(await log("team")).toContain(
    "First level Level: 1st level → 2nd level Who gets what comes in: Nobody: it waits until somebody takes it → Always the same person " +
      "To whom it goes: nothing → Ann Members: + Mo",
  );
  expect(await log("person")).toContain("Cora Role: Customer → Member");
  expect(await log("product")).toContain("Slips Name: Receipts → Slips");
  expect(await log("product")).toContain("Versions added: Till Versions: 1.0, 2.0");
  expect(await log("calendar")).toContain("Time zone: Europe/Berlin → Europe/Vienna Public holidays: Germany");
  expect(await log("calendar")).toContain("Special days: + 24.12. Heiligabend: 09:00–12:00");
  expect(await log("calendar")).toContain("Mon–Fri 09:00–18:00 → Mon 09:00–12:00, 13:00–18:00; Tue–Fri 09:00–18:00");
  expect(await log("service-level")).toContain(
    "Service level changed: High First answer: 2 h → 1 h Solution: nothing → 8 h",
  );
  expect(await log("service-level")).toContain(
    "added: High Priority: High First answer: 2 h Calendar: Team, or else default",
  );
  const chosen = await log("presets");
  expect(chosen).toContain("Ways of working: Support in three levels, Second level for partners");
  expect(chosen).toMatch(/Types no longer offered: [^:]*Malfunction/);
  const addresses = await log("mail-address");
  expect(addresses).toContain(
    "sales@desk.example Name of the sender: nothing → Sales Team: nothing → Second level " +
      "Type: nothing → Service request Language: nothing → German",
  );
  expect(addresses).toContain("Port: 993 → 143 Encryption: TLS → STARTTLS Password or client secret");
  expect(addresses).not.toContain("secret:");

  await browser.get("/language?to=de&next=/admin");
  expect(await log("team")).toContain("Level: 1st Level → 2nd Level");
  expect(await log("care-package")).toContain("Rubin Plätze: 3 → 4");
  expect(await log("calendar")).toContain("Mo–Fr 09:00–18:00 → Mo 09:00–12:00, 13:00–18:00; Di–Fr 09:00–18:00");
  const { rows } = await sql<{ payload: string }>`select payload::text from events`.execute(db);
  expect(rows.map(({ payload }) => payload).join()).not.toContain("second secret");
});

const cora = {
  name: "Cora",
  email: "cora@acme.example",
  phone: "",
  role: "customer",
  locale: "de",
  timeZone: "Europe/Berlin",
} as const;

it("finds every kind of thing that it lists among the features' events", () => {
  const names = features.flatMap(({ eventWords }) => Object.keys(eventWords?.de ?? {})).join(" ");
  for (const { name, audited } of features)
    for (const kind of Object.keys(audited ?? {}))
      expect(names, `${name}: ${kind}`).toMatch(new RegExp(`\\b${kind.replaceAll("-", "[-_]")}\\.`));
});
