import type { Feature } from "../../platform/feature.ts";
import { packageUses } from "./store/seats.ts";
import { listTeams } from "./store/teams.ts";
import { organisationsPath } from "./views/organisation-list.tsx";
import { teamHref, teamsPath } from "./views/team-pages.tsx";
import { adminWords } from "./words.admin.ts";

/** Where people, organisations and teams name what is set up elsewhere. */
export const peopleUses: NonNullable<Feature["uses"]> = {
  "care-package": async ({ context: { db }, actor }, id) => {
    const count = (await packageUses(db)).get(id)?.organisations ?? 0;
    const label = adminWords[actor.locale].organisationsCounted({ count });
    return [{ label, count, href: `${organisationsPath}?package=${id}` }];
  },
  calendar: async ({ context: { db }, actor }, id) => {
    const teams = (await listTeams(db)).filter(({ calendarId }) => calendarId === id);
    const [only] = teams;
    const href = only && teams.length === 1 ? teamHref(only.id) : teamsPath;
    return [{ label: adminWords[actor.locale].teamsCounted({ count: teams.length }), count: teams.length, href }];
  },
};
