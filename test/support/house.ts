import { approvalsFeature } from "../../src/features/approvals/feature.ts";
import { giveAccess } from "../../src/features/people/index.ts";
import { deskSettingsFeature } from "../../src/features/desk-settings/feature.ts";
import { outgoingMailFeature } from "../../src/features/outgoing-mail/feature.ts";
import { peopleFeature } from "../../src/features/people/feature.ts";
import { act } from "../../src/platform/act.ts";
import type { Agent, Customer } from "../../src/platform/actor.ts";
import { eventJobs, type Effect } from "../../src/platform/events.ts";
import type { Feature } from "../../src/platform/feature.ts";
import { drainJobs } from "../../src/platform/jobs.ts";
import { castOf, us } from "./cast.ts";
import { testContext } from "./context.ts";
import { freshDb } from "./db.ts";
import { secret } from "./people.ts";
import { startWeb, type Visit } from "./web.ts";

/** A desk with the cast, the features that every desk has, and these: its pages, and what follows from its events. */
export const startHouse = async (...more: readonly Feature[]) => {
  const context = await testContext(await freshDb());
  const cast = await castOf(context.db);
  const features = [deskSettingsFeature, outgoingMailFeature, peopleFeature, approvalsFeature, ...more];
  const { visit } = await startWeb(context, features);

  /** That person's browser, signed in. */
  const as = async (person: Customer | Agent): Promise<Visit> => {
    const browser = visit();
    await act(context.db, us, giveAccess, { personId: person.personId, password: secret });
    const { status } = await browser.post("/sign-in", { email: person.email ?? "", password: secret });
    if (status !== 303) throw new Error(`${person.name} could not sign in`);
    return browser;
  };

  const effects: Record<string, Effect[]> = {};
  for (const feature of features)
    for (const [name, list] of Object.entries(feature.effects ?? {})) (effects[name] ??= []).push(...list);
  const jobs = [...eventJobs(effects), ...features.flatMap((feature) => feature.jobs ?? [])];
  /** Lets everything happen that follows from what was done. */
  const drain = (): Promise<void> => drainJobs(context, jobs);
  return { context, db: context.db, cast, visit, as, drain };
};
