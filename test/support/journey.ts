import { onTestFinished } from "vitest";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";
import { effects, jobs } from "../../src/app/features.ts";
import { schedule } from "../../src/app/schedule.ts";
import { createServer } from "../../src/app/server.ts";
import { setUpLink } from "../../src/features/people/index.ts";
import type { Context } from "../../src/platform/context.ts";
import { eventJobs } from "../../src/platform/events.ts";
import { drainJobs } from "../../src/platform/jobs.ts";
import { after, days, useClock } from "../../src/platform/time.ts";
import { newPerson } from "./browser.ts";
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
    setUpLink: link,
    work,
    pass(count) {
      at = after(at, days(count));
      return work();
    },
    browse: (locale) => newPerson({ url, locale }),
  };
};

/** Signs in by the form, as a person does. */
export const signIn = async (page: Page, email: string, password = journeyPassword): Promise<void> => {
  await page.goto("/sign-in");
  await page.locator("input[name=email]").fill(email);
  await page.locator("input[name=password]").fill(password);
  await page.locator("form:has(input[name=password]) [type=submit]").first().click();
  await page.waitForURL(({ pathname }) => pathname !== "/sign-in");
};
