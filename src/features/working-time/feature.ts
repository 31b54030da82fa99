import type { Feature } from "../../platform/feature.ts";
import { listCalendars } from "./store.ts";
import { calendarHref, calendarsPath } from "./views/paths.ts";
import { eventWords, words } from "./words.ts";

/** The pages are mounted by the tickets' feature (see `calendarAdminRoutes`). */
export const workingTimeFeature: Feature = {
  name: "working-time",
  navigation: {
    admin: ({ actor }) => {
      const w = words[actor.locale];
      return [{ href: calendarsPath, label: w.calendars, icon: "calendar", heading: w.heading, about: w.effect }];
    },
  },
  effects: {
    "calendar.added": [],
    "calendar.changed": [],
    "calendar.made_default": [],
    "calendar.retired": [],
    "calendar.restored": [],
  },
  audited: {
    calendar: {
      label: { en: words.en.calendars, de: words.de.calendars },
      href: (id) => calendarHref(id),
      names: async (db, ids) =>
        new Map((await listCalendars(db)).flatMap(({ id, name }) => (ids.includes(id) ? [[id, name]] : []))),
      settings: { en: words.en.changedFields, de: words.de.changedFields },
    },
  },
  eventWords,
};
