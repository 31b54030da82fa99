import type { Feature } from "../../../platform/feature.ts";
import { organisationsByIds } from "../store/organisations.ts";
import { carePackagesByIds } from "../store/packages.ts";
import { peopleByIds } from "../store/people.ts";
import { listTeams } from "../store/teams.ts";
import { organisationHref } from "../views/organisation-list.tsx";
import { packageHref } from "../views/package-pages.tsx";
import { personHref } from "../views/people-list.tsx";
import { teamHref } from "../views/team-pages.tsx";
import { adminWords } from "../words.admin.ts";

const settings = { en: adminWords.en.changedFields, de: adminWords.de.changedFields };
const labelled = (name: "people" | "organisations" | "packages" | "teams") => ({
  en: adminWords.en[name],
  de: adminWords.de[name],
});

const namesIn = (all: Iterable<{ id: number; name: string }>) =>
  new Map([...all].map(({ id, name }): [number, string] => [id, name]));

/** Of people only what administrators decide; what they do themselves stands in their own history. */
export const peopleAudited: NonNullable<Feature["audited"]> = {
  person: {
    label: labelled("people"),
    href: personHref,
    settings,
    names: async (db, ids) => namesIn((await peopleByIds(db, ids)).values()),
    events: ["person.role_changed", "person.deactivated", "person.reactivated"],
  },
  organisation: {
    label: labelled("organisations"),
    href: organisationHref,
    settings,
    names: async (db, ids) => namesIn((await organisationsByIds(db, ids)).values()),
  },
  "care-package": {
    label: labelled("packages"),
    href: packageHref,
    settings,
    names: async (db, ids) =>
      new Map([...(await carePackagesByIds(db, ids))].map(([id, { names }]) => [id, { en: names.en, de: names.de }])),
  },
  team: {
    label: labelled("teams"),
    href: teamHref,
    settings,
    names: async (db, ids) => namesIn((await listTeams(db)).filter(({ id }) => ids.includes(id))),
  },
};
