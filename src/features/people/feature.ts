import { isSignedIn } from "../../platform/actor.ts";
import type { Feature, NavigationEntry } from "../../platform/feature.ts";
import type { Ask } from "../../platform/http/route.ts";
import { peopleAudited } from "./admin/audited.ts";
import { adminEntries, adminRoutes } from "./admin/routes.ts";
import { peopleCommands } from "./commands.ts";
import { effects } from "./effects.tsx";
import { mailSamples } from "./emails/samples.tsx";
import { peopleSchedule } from "./jobs.ts";
import { profilePath } from "./portal/profile.tsx";
import { portalRoutes } from "./portal/routes.ts";
import { organisationPath } from "./rules/access.ts";
import { canInside } from "./rules/policy.ts";
import { peopleSteps } from "./next-steps.ts";
import { peopleUses } from "./uses.ts";
import { insideWords } from "./words.inside.ts";
import { de } from "./words.events.de.ts";
import { en } from "./words.events.en.ts";
import { pageWords } from "./words.pages.ts";

const profileEntry = ({ actor }: Ask): readonly NavigationEntry[] =>
  isSignedIn(actor)
    ? [{ href: profilePath, label: pageWords[actor.locale].profile, icon: "user", inAccountMenu: true }]
    : [];

/** Managers come there to do something, their colleagues seldom to look. */
const organisationEntry = ({ actor }: Ask): readonly NavigationEntry[] => {
  if (actor.kind !== "customer") return [];
  const manages = actor.managedOrganisationIds.length > 0;
  if (!manages && actor.organisationIds.length === 0) return [];
  const label = insideWords[actor.locale].organisation;
  return [{ href: organisationPath, label, icon: "building", atEnd: true, inAccountMenu: !manages }];
};

export const peopleFeature: Feature = {
  name: "people",
  routes: { portal: portalRoutes, admin: adminRoutes },
  navigation: {
    portal: (ask) => [...organisationEntry(ask), ...profileEntry(ask)],
    desk: profileEntry,
    admin: (ask) => [...adminEntries(ask), ...profileEntry(ask)],
  },
  nextSteps: peopleSteps,
  commands: peopleCommands,
  schedule: peopleSchedule,
  mailSamples,
  effects,
  audited: peopleAudited,
  eventWords: { en, de },
  uses: peopleUses,
  watch: { organisation: (_context, actor, id) => Promise.resolve(canInside(actor, "readMembers", Number(id))) },
};
