import { hasRole } from "../../platform/actor.ts";
import type { Feature } from "../../platform/feature.ts";
import { incomingRoutes } from "./admin.tsx";
import { fileMailJob, incomingSchedule } from "./jobs.ts";
import { proposalRoutes, proposalsFor } from "./proposals.ts";
import { smtpListener } from "./listener.ts";
import { countIncoming } from "./store.ts";
import { incomingPath } from "./views/incoming-list.tsx";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";
import { words } from "./words.ts";

const eventWordsIn = (w: typeof en): Record<string, string> => ({
  "incoming-mail.failed": w.mailFailed,
  "incoming-mail.retried": w.mailRetried,
});

export const incomingMailFeature: Feature = {
  name: "incoming-mail",
  routes: { admin: incomingRoutes, desk: proposalRoutes },
  proposals: { ticket: proposalsFor },
  navigation: {
    admin: async ({ actor, context }) => {
      const w = words[actor.locale];
      const failed = await countIncoming(context.db, { state: "failed" });
      return [
        {
          href: incomingPath,
          label: w.incoming,
          icon: "inbox",
          heading: w.heading,
          about: w.about,
          ...(failed > 0 && { count: failed, countLabel: w.states.failed }),
        },
      ];
    },
  },
  jobs: [fileMailJob],
  listeners: [smtpListener],
  schedule: incomingSchedule,
  effects: { "incoming-mail.failed": [], "incoming-mail.retried": [] },
  eventWords: { en: eventWordsIn(en), de: eventWordsIn(de) },
  watch: { "incoming-mail": (_context, actor) => Promise.resolve(hasRole(actor, "administrator")) },
};
