import type { Feature } from "../../platform/feature.ts";
import { announceReplyJob } from "./effects/announce-reply.ts";
import { deskNavigation, deskRoutes } from "./desk.ts";
import { ticketEffects } from "./effects.ts";
import { mailSamples } from "./emails/samples.tsx";
import { endSilenceJob, ticketSchedule } from "./jobs.ts";
import { portalNavigation, portalRoutes } from "./portal.ts";
import { ticketTopics } from "./topics.ts";
import { words } from "./words.ts";

export const ticketsFeature: Feature = {
  name: "tickets",
  routes: { portal: portalRoutes, desk: deskRoutes },
  navigation: { portal: portalNavigation, desk: deskNavigation },
  jobs: [announceReplyJob, endSilenceJob],
  schedule: ticketSchedule,
  effects: ticketEffects,
  eventWords: { en: words.en.events, de: words.de.events },
  watch: ticketTopics,
  mailSamples,
};
