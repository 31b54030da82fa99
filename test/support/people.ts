import { giveAccess } from "../../src/features/people/index.ts";
import { deskSettingsFeature } from "../../src/features/desk-settings/feature.ts";
import { serviceLevelsFeature } from "../../src/features/service-levels/feature.ts";
import { adminRoutes } from "../../src/features/tickets/admin.ts";
import { workingTimeFeature } from "../../src/features/working-time/feature.ts";
import { outgoingMailFeature } from "../../src/features/outgoing-mail/feature.ts";
import { peopleFeature } from "../../src/features/people/feature.ts";
import { act } from "../../src/platform/act.ts";
import { eventJobs } from "../../src/platform/events.ts";
import { drainJobs } from "../../src/platform/jobs.ts";
import { castOf, us } from "./cast.ts";
import { testContext } from "./context.ts";
import { freshDb } from "./db.ts";
import { startWeb } from "./web.ts";

/** Everybody's password here. */
export const secret = "vier Pferde im Regen";

export interface MailRow {
  template: string;
  to_address: string;
  locale: string;
  subject: string;
  text: string;
  html: string;
}

/** A desk with the cast and the pages for people and for the desk itself; nothing else. Cy and Ada have access. */
export const startDesk = async () => {
  const context = await testContext(await freshDb());
  const cast = await castOf(context.db);
  for (const { personId } of [cast.cy, cast.ada]) await act(context.db, us, giveAccess, { personId, password: secret });
  const { visit } = await startWeb(context, [
    deskSettingsFeature,
    workingTimeFeature,
    peopleFeature,
    serviceLevelsFeature,
    // Settings whose pages say what they mean for tickets.
    { name: "settings", routes: { admin: adminRoutes } },
  ]);
  const jobs = [...eventJobs(peopleFeature.effects ?? {}), ...(outgoingMailFeature.jobs ?? [])];

  /** Lets everything happen that follows from what was done, and says which mails there are by then. */
  const mails = async (): Promise<readonly MailRow[]> => {
    await drainJobs(context, jobs);
    return context.db
      .selectFrom("outgoing_mails")
      .select(["template", "to_address", "locale", "subject", "text", "html"])
      .orderBy("id")
      .execute();
  };
  const eventNames = async (): Promise<readonly string[]> =>
    (await context.db.selectFrom("events").select("name").orderBy("id").execute()).map(({ name }) => name);

  const signedIn = async (email: string) => {
    const browser = visit();
    const { status } = await browser.post("/sign-in", { email, password: secret });
    if (status !== 303) throw new Error(`${email} could not sign in`);
    return browser;
  };
  return { context, db: context.db, cast, visit, signedIn, mails, eventNames };
};

/** The path of the link in a mail's text. */
export const pathIn = ({ text }: { text: string }): string =>
  /http:\/\/desk\.test(\/(?:password|sign-in\/link)\/[\w-]+)/.exec(text)?.[1] ?? "no link";
