import { isSignedIn } from "../../platform/actor.ts";
import type { Feature, NavigationEntry } from "../../platform/feature.ts";
import type { Ask } from "../../platform/http/route.ts";
import { now } from "../../platform/time.ts";
import { mailSamples } from "./emails/samples.tsx";
import { approvalSchedule } from "./jobs.ts";
import { approvalsPath } from "./links.ts";
import { approvalRoutes, maySee } from "./portal.tsx";
import { countPendingOf, findBareApproval } from "./store.ts";
import { eventWords } from "./words.events.ts";
import { pageWords } from "./words.pages.ts";

/** Only for people who were ever asked; for everybody else it would be one more thing to understand. */
const navigation = async ({ context, actor }: Ask): Promise<readonly NavigationEntry[]> => {
  if (!isSignedIn(actor)) return [];
  const { pending, all } = await countPendingOf(context.db, actor.personId, now());
  if (all === 0) return [];
  const w = pageWords[actor.locale];
  return [
    {
      href: approvalsPath,
      label: w.approvals,
      icon: "badge-check",
      ...(pending > 0 && { count: pending, countLabel: w.pendingLabel }),
    },
  ];
};

/** The mails leave by `askByMail` of the feature that asks: it knows the conversation that they belong to. */
export const approvalsFeature: Feature = {
  name: "approvals",
  routes: { portal: approvalRoutes },
  navigation: { portal: navigation },
  schedule: approvalSchedule,
  effects: { "approval.asked": [], "approval.decided": [], "approval.withdrawn": [] },
  eventWords,
  mailSamples,
  watch: {
    approval: async ({ db }, actor, id) => {
      const approval = /^\d{1,15}$/.test(id) ? await findBareApproval(db, Number(id)) : undefined;
      return isSignedIn(actor) && approval !== undefined && maySee(actor, approval.approverIds);
    },
  },
};
