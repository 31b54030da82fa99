import { hasRole } from "../../platform/actor.ts";
import type { Feature } from "../../platform/feature.ts";
import { mailboxRoutes } from "./admin.tsx";
import { mailSchedule, sendMailJob } from "./jobs.ts";
import { namedFiles } from "./store/files.ts";
import { isOnlyHere } from "./only-here.ts";
import { mailboxPath } from "./views/mail-list.tsx";
import { de } from "./words.de.ts";
import { en } from "./words.en.ts";
import { words } from "./words.ts";

const eventWordsIn = (w: typeof en): Record<string, string> => ({
  "mail.failed": w.mailFailed,
  "mail.bounced": w.mailBounced,
  "mail.resent": w.mailResent,
  "mail.address-cleared": w.addressCleared,
});

export const outgoingMailFeature: Feature = {
  name: "outgoing-mail",
  routes: { admin: mailboxRoutes },
  navigation: {
    admin: ({ actor }) => {
      const w = words[actor.locale];
      return [{ href: mailboxPath, label: w.outgoing, icon: "send", heading: w.heading, about: w.about }];
    },
  },
  nextSteps: ({ actor, context }) => {
    const { next, nextLinks } = words[actor.locale];
    const leaves = context.config.smtpUrl !== undefined;
    const links = { title: nextLinks.title, about: nextLinks.about(context) };
    return [
      { href: mailboxPath, ...next, icon: "send", isDone: leaves },
      { href: mailboxPath, ...links, icon: "link", isDone: !leaves || !isOnlyHere(context.baseUrl) },
    ];
  },
  jobs: [sendMailJob],
  schedule: mailSchedule,
  effects: { "mail.failed": [], "mail.bounced": [], "mail.resent": [], "mail.address-cleared": [] },
  eventWords: { en: eventWordsIn(en), de: eventWordsIn(de) },
  filesNamed: namedFiles,
  watch: { "outgoing-mail": (_context, actor) => Promise.resolve(hasRole(actor, "administrator")) },
};
