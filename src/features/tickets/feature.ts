import type { Feature } from "../../platform/feature.ts";
import { adminRoutes, ticketUses } from "./admin.ts";
import { announceDeadlinesJob, deadlineSchedule, recomputeDeadlinesJob } from "./deadline-jobs.ts";
import { announceReplyJob } from "./effects/announce-reply.ts";
import { deskNavigation, deskRoutes } from "./desk.ts";
import { ticketEffects } from "./effects.ts";
import { outsideEffects } from "./effects/outside.ts";
import { mailSamples } from "./emails/samples.tsx";
import { endSilenceJob, ticketSchedule } from "./jobs.ts";
import { portalNavigation, portalRoutes } from "./portal.ts";
import { namedFiles } from "./store/files.ts";
import { ticketTopics } from "./topics.ts";
import { togetherWords } from "./words-together.ts";
import { words } from "./words.ts";

export const ticketsFeature: Feature = {
  name: "tickets",
  routes: { portal: portalRoutes, desk: deskRoutes, admin: adminRoutes },
  navigation: { portal: portalNavigation, desk: deskNavigation },
  jobs: [announceReplyJob, endSilenceJob, announceDeadlinesJob, recomputeDeadlinesJob],
  schedule: [...ticketSchedule, ...deadlineSchedule],
  effects: { ...ticketEffects, ...outsideEffects },
  eventWords: {
    en: { ...words.en.events, ...togetherWords.en.events },
    de: { ...words.de.events, ...togetherWords.de.events },
  },
  uses: ticketUses,
  filesNamed: namedFiles,
  watch: ticketTopics,
  mailSamples,
};
