import { expect, it } from "vitest";
import { features } from "../../src/app/features.ts";
import { addOrganisation, addPerson, giveAccess, setUpLink } from "../../src/features/people/index.ts";
import { act } from "../../src/platform/act.ts";
import { listEvents } from "../../src/platform/events.ts";
import { us } from "../support/cast.ts";
import { testContext } from "../support/context.ts";
import { freshDb } from "../support/db.ts";
import { secret } from "../support/people.ts";
import { startWeb } from "../support/web.ts";

const given = {
  deskName: "Muster Support",
  mailAddress: "support@muster.example",
  locale: "en",
  timeZone: "Europe/Berlin",
  name: "Ada Muster",
  email: "ada@muster.example",
  password: secret,
};

/** A desk that has just been set up, and its administrator's browser. */
const start = async (smtpUrl?: string, baseUrl?: string) => {
  const made = await testContext(await freshDb());
  const context = { ...made, baseUrl: baseUrl ?? made.baseUrl, config: { ...made.config, smtpUrl } };
  const { visit } = await startWeb(context, features);
  const ada = visit();
  const path = ((await setUpLink(context)) ?? "").replace(context.baseUrl, "");
  expect((await ada.post(path, given)).status).toBe(303);
  return { db: context.db, ada, visit };
};

const mail = "No mail leaves yet";
const colleagues = "Invite your colleagues";
const organisation = "Add your first organisation";

it("a new desk shows its administrators what is left to do, until it is done", async () => {
  const { db, ada, visit } = await start();
  for (const path of ["/desk", "/admin"]) {
    const page = (await ada.get(path)).body;
    for (const step of ["Next steps", mail, colleagues, organisation, "Look at the types"])
      expect(page).toContain(step);
    expect(page).toContain('href="/admin/people/new?role=member"');
  }
  const ann = await act(db, us, addPerson, { name: "Ann", email: "ann@muster.example", role: "member", locale: "en" });
  await act(db, us, giveAccess, { personId: ann.personId, password: secret });
  await act(db, us, addOrganisation, { name: "Acme" });
  const later = (await ada.get("/desk")).body;
  expect(later).toContain(mail);
  expect(later).not.toContain(colleagues);
  expect(later).not.toContain(organisation);
  const member = visit();
  await member.post("/sign-in", { email: "ann@muster.example", password: secret });
  expect((await member.get("/desk")).body).not.toContain("Next steps");
  expect((await member.post("/desk/next-steps/dismiss", {})).status).toBe(403);
});

it("does not speak of mail where mail leaves, and is put away for good by one button", async () => {
  const { db, ada } = await start("smtp://mail.example");
  expect((await ada.get("/desk")).body).not.toContain(mail);
  expect(await ada.post("/desk/next-steps/dismiss", {})).toMatchObject({ status: 303, location: "/desk" });
  const page = (await ada.get("/desk")).body;
  expect(page).toContain("The list is put away.");
  expect(page).not.toContain(colleagues);
  await ada.post("/desk/next-steps/dismiss", {});
  const names = (await listEvents(db, { kind: "desk", id: 1 })).map(({ name }) => name);
  expect(names.filter((name) => name === "desk.next_steps_dismissed")).toHaveLength(1);
});

it("says where mail leaves with links that lead nobody here", async () => {
  const { ada } = await start("smtp://mail.example", "http://localhost:3000");
  expect((await ada.get("/desk")).body).toContain("its links lead to http://localhost:3000");
  const found = await start("smtp://mail.example", "https://support.muster.example");
  expect((await found.ada.get("/desk")).body).not.toContain("its links lead to");
});

it("every card of the administration says in a sentence what one sets up there", async () => {
  const { ada } = await start();
  for (const locale of ["en", "de"]) {
    await ada.get(`/language?to=${locale}&next=/admin`);
    await ada.post("/desk/next-steps/dismiss", {});
    const cards = (await ada.get("/admin")).body.match(/<a class="action-card"[^]*?<\/a>/g) ?? [];
    expect(cards.length).toBeGreaterThan(10);
    expect(cards.filter((card) => !/action-card-about">[^<]{20,}/.test(card))).toEqual([]);
  }
});
