import type { NavigationEntry } from "../../../platform/feature.ts";
import type { Ask, Route } from "../../../platform/http/route.ts";
import { organisationsPath } from "../views/organisation-list.tsx";
import { peoplePath } from "../views/people-list.tsx";
import { packagesPath } from "../views/package-pages.tsx";
import { teamsPath } from "../views/team-pages.tsx";
import { adminWords } from "../words.admin.ts";
import { organisationRoutes } from "./organisations.tsx";
import { packageRoutes } from "./packages.tsx";
import { peopleRoutes } from "./people.tsx";

export const adminRoutes: readonly Route[] = [...peopleRoutes, ...organisationRoutes, ...packageRoutes];

export const adminEntries = ({ actor }: Ask): readonly NavigationEntry[] => {
  const w = adminWords[actor.locale];
  return [
    { href: peoplePath, label: w.people, about: w.peopleAbout, icon: "user", heading: w.heading },
    {
      href: organisationsPath,
      label: w.organisations,
      about: w.organisationsAbout,
      icon: "building",
      heading: w.heading,
    },
    { href: packagesPath, label: w.packages, about: w.packagesAbout, icon: "package", heading: w.heading },
    { href: teamsPath, label: w.teams, about: w.teamsAbout, icon: "users", heading: w.heading },
  ];
};
