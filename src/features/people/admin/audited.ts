import type { Feature } from "../../../platform/feature.ts";
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

/** Of people only what administrators decide; what they do themselves stands in their own history. */
export const peopleAudited: NonNullable<Feature["audited"]> = {
  person: {
    label: labelled("people"),
    href: personHref,
    settings,
    events: ["person.role_changed", "person.deactivated", "person.reactivated"],
  },
  organisation: { label: labelled("organisations"), href: organisationHref, settings },
  "care-package": { label: labelled("packages"), href: packageHref, settings },
  team: { label: labelled("teams"), href: teamHref, settings },
};
