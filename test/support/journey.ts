import { onTestFinished } from "vitest";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { effects, jobs } from "../../src/app/features.ts";
import { schedule } from "../../src/app/schedule.ts";
import { createServer } from "../../src/app/server.ts";
import { listenForMail } from "../../src/features/incoming-mail/listener.ts";
import {
  addOrganisation,
  addPerson,
  changeMember,
  changeTeam,
  giveAccess,
  listPackages,
  listTeams,
  setUpLink,
} from "../../src/features/people/index.ts";
import type { PresetKey } from "../../src/features/presets/index.ts";
import { act } from "../../src/platform/act.ts";
import type { Context } from "../../src/platform/context.ts";
import { eventJobs } from "../../src/platform/events.ts";
import { drainJobs } from "../../src/platform/jobs.ts";
import { after, days, useClock } from "../../src/platform/time.ts";
import { newPerson } from "./browser.ts";
import { us } from "./cast.ts";
import { testContext } from "./context.ts";
import { freshDb } from "./db.ts";

/** Past, so that everything a journey plans is due for the job queue, whose clock is PostgreSQL's. */
const beginning = new Date("2026-03-02T08:00:00Z");

export interface JourneyMail {
  to: string;
  template: string;
  subject: string;
  text: string;
  locale: string;
}

/** A whole desk in this process, reached by real browsers, with a clock that the test sets. */
export interface Journey {
  context: Context;
  url: string;
  /** Where the desk takes in mail by SMTP. */
  smtpPort: number;
  /** The one-time link of a desk that is not set up yet. */
  setUpLink: string;
  /** Lets days pass, and everything happen that the clock and the jobs do; returns the mails that left. */
  pass(count: number): Promise<JourneyMail[]>;
  /** Everything that is due happens; returns the mails that left since the last time. */
  work(): Promise<JourneyMail[]>;
  /** A browser of its own for somebody. */
  browse(locale: "de" | "en"): Promise<Page>;
}

/** Words that stand for everybody's password. */
export const journeyPassword = "sieben Boote am Steg";

export const startJourney = async (): Promise<Journey> => {
  let at = beginning;
  const restore = useClock(() => at);
  onTestFinished(restore);
  const context = await testContext(await freshDb());
  const app = await createServer(context, () => Promise.resolve(true));
  onTestFinished(() => app.close());
  await app.listen({ port: 0, host: "127.0.0.1" });
  const url = `http://localhost:${(app.server.address() as AddressInfo).port}`;
  Object.assign(context, { baseUrl: url });
  const smtp = await listenForMail(context, { host: "127.0.0.1", port: 0 });
  onTestFinished(smtp.stop);
  const link = await setUpLink(context);
  if (link === undefined) throw new Error("a fresh desk has a set-up link");
  let seen = 0;

  const work = async (): Promise<JourneyMail[]> => {
    // What is held for some seconds is over.
    at = after(at, 60_000);
    for (const { job } of schedule) await job.run(context, {});
    await drainJobs(context, [...jobs, ...eventJobs(effects)]);
    const rows = await context.db
      .selectFrom("outgoing_mails")
      .selectAll()
      .where("id", ">", seen)
      .orderBy("id")
      .execute();
    seen = rows.at(-1)?.id ?? seen;
    return rows.map(({ to_address: to, template, subject, text, locale }) => ({ to, template, subject, text, locale }));
  };

  return {
    context,
    url,
    smtpPort: smtp.port,
    setUpLink: link,
    work,
    pass(count) {
      at = after(at, days(count));
      return work();
    },
    browse: (locale) => newPerson({ url, locale }),
  };
};

/** Sets the desk up by its link, as its first administrator does, and says how it works. Ada stays signed in. */
export const setUpDesk = async (journey: Journey, ways: readonly PresetKey[]): Promise<Page> => {
  const page = await journey.browse("en");
  await page.goto(journey.setUpLink);
  for (const [name, value] of Object.entries({
    deskName: "Helpful Ltd",
    mailAddress: "support@desk.example",
    name: "Ada Lindqvist",
    email: "ada@desk.example",
    password: journeyPassword,
  }))
    await page.locator(`input[name=${name}]`).fill(value);
  await page.locator("form:has(input[name=deskName]) [type=submit]").click();
  await page.waitForURL("**/admin/presets");
  for (const way of ways) await page.locator(`input[name=presets][value=${way}]`).check();
  const apply = page.getByRole("button", { name: "Set the desk up" });
  await apply.click();
  // Where two of them want one type differently, the page says so first.
  const asked = page.getByRole("heading", { name: "These settings stay as they are" });
  await asked.or(page.getByRole("heading", { name: "Ticket types", level: 1 })).waitFor();
  if (await asked.isVisible()) await apply.first().click();
  await page.waitForURL("**/admin/ticket-types");
  return page;
};

interface Newcomer {
  name: string;
  email: string;
  phone?: string;
  locale?: "de" | "en";
  role?: "member" | "moderator" | "customer";
  organisationId?: number;
  /** Names of teams. */
  teams?: readonly string[];
  isManager?: boolean;
}

/** Somebody who has a password and has proved the address; how people get there has tests of its own. */
export const addSomebody = async (
  { context: { db } }: Journey,
  { teams = [], isManager = false, ...person }: Newcomer,
): Promise<number> => {
  const { personId } = await act(db, us, addPerson, { locale: "en", ...person });
  await act(db, us, giveAccess, { personId, password: journeyPassword });
  const { organisationId } = person;
  if (isManager && organisationId) await act(db, us, changeMember, { organisationId, personId, to: "manager" });
  for (const team of await listTeams(db)) {
    if (!teams.includes(team.name)) continue;
    const { id: teamId, name, level, memberIds } = team;
    await act(db, us, changeTeam, { teamId, name, level, memberIds: [...memberIds, personId] });
  }
  return personId;
};

/** An organisation, with the care package of this name. */
export const addCompany = async (
  { context: { db } }: Journey,
  { name, carePackage }: { name: string; carePackage?: string },
): Promise<number> => {
  const packageId = (await listPackages(db)).find(({ names }) => names.en === carePackage)?.id;
  const { organisationId } = await act(db, us, addOrganisation, { name, ...(packageId && { packageId }) });
  return organisationId;
};

/** Signs in by the form, as a person does. */
export const signIn = async (page: Page, email: string, password = journeyPassword): Promise<void> => {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form:has(input[name=password]) [type=submit]").first().click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
};

/** A browser in which somebody is signed in. */
export const asSomebody = async (journey: Journey, email: string, locale: "de" | "en" = "en"): Promise<Page> => {
  const page = await journey.browse(locale);
  await signIn(page, email);
  return page;
};

/** Which letter went to whom. */
export const outline = (mails: readonly JourneyMail[]): string[] =>
  mails.map(({ template, to }) => `${template} to ${to}`).toSorted();

/** The number of the ticket whose page it is. */
export const numberIn = (page: Page): string => /(\d+)/.exec(new URL(page.url()).pathname)?.[1] ?? "";

/** A choice in a form, be it cards or a list. */
export const choose = async (page: Page, name: string, value: string): Promise<void> => {
  const list = page.locator(`select[name="${name}"]`);
  if ((await list.count()) > 0) await list.selectOption(value);
  else await page.locator(`input[name="${name}"][value="${value}"]`).check();
};

/** A choice in the side panel of a ticket's page at the desk, in English. */
export const pick = async (page: Page, property: string, value: string): Promise<void> => {
  const named = page.locator("dt", { hasText: new RegExp(`^${property}$`) });
  const row = page.locator(".property", { has: named });
  // A refresh that comes in between closes what was open, as it would for a person, who then opens it again.
  await row.locator("details").evaluate((menu) => menu.setAttribute("open", ""));
  await row.locator("button.menu-row", { hasText: new RegExp(`^\\s*${value}`) }).click();
  await row.locator("summary", { hasText: value }).waitFor();
};

/** An agent's answer, after which the ticket waits for its customer; in English. */
export const askBack = async (page: Page, number: string, words: string): Promise<void> => {
  await page.goto(`/desk/tickets/${number}`);
  await page.locator("#composer-reply [contenteditable=true]").fill(words);
  await page.locator("#composer-reply summary", { hasText: "Send and set the status" }).click();
  await page.getByRole("button", { name: "Send, then: Waiting" }).click();
  await page.getByText("is on its way").waitFor();
};
