import { isSignedIn } from "../../platform/actor.ts";
import type { Feature } from "../../platform/feature.ts";
import { mailSamples } from "./emails/samples.tsx";
import { approvalSchedule } from "./jobs.ts";
import { approvalRoutes, maySee } from "./portal.tsx";
import { findBareApproval } from "./store.ts";
import { eventWords } from "./words.events.ts";

/** Mails and the entry of the navigation are brought in by the feature that asks: it knows what they belong to. */
export const approvalsFeature: Feature = {
  name: "approvals",
  routes: { portal: approvalRoutes },
  schedule: approvalSchedule,
  effects: {
    "approval.asked": [],
    "approval.decided": [],
    "approval.withdrawn": [],
    "approval.answer-undecided": [],
  },
  eventWords,
  mailSamples,
  watch: {
    approval: async ({ db }, actor, id) => {
      const approval = /^\d{1,15}$/.test(id) ? await findBareApproval(db, Number(id)) : undefined;
      return isSignedIn(actor) && approval !== undefined && maySee(actor, approval.approverIds);
    },
  },
};
