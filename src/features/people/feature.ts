import { isSignedIn } from "../../platform/actor.ts";
import type { Feature, NavigationEntry } from "../../platform/feature.ts";
import type { Ask } from "../../platform/http/route.ts";
import { adminEntries, adminRoutes } from "./admin/routes.ts";
import { peopleCommands } from "./commands.ts";
import { effects } from "./effects.tsx";
import { mailSamples } from "./emails/samples.tsx";
import { peopleSchedule } from "./jobs.ts";
import { profilePath } from "./portal/profile.tsx";
import { portalRoutes } from "./portal/routes.ts";
import { de } from "./words.events.de.ts";
import { en } from "./words.events.en.ts";
import { pageWords } from "./words.pages.ts";

const profileEntry = ({ actor }: Ask): readonly NavigationEntry[] =>
  isSignedIn(actor)
    ? [{ href: profilePath, label: pageWords[actor.locale].profile, icon: "user", inAccountMenu: true }]
    : [];

export const peopleFeature: Feature = {
  name: "people",
  routes: { portal: portalRoutes, admin: adminRoutes },
  navigation: {
    portal: profileEntry,
    desk: profileEntry,
    admin: (ask) => [...adminEntries(ask), ...profileEntry(ask)],
  },
  commands: peopleCommands,
  schedule: peopleSchedule,
  mailSamples,
  effects,
  eventWords: { en, de },
};
