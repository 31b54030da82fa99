import type { Feature } from "../../platform/feature.ts";
import { deskRoutes as adminRoutes } from "./admin.tsx";
import { deskRoutes } from "./desk.ts";
import { deskPath } from "./views/desk-page.tsx";
import { eventWords, words } from "./words.ts";

/** What the settings are called in the audit log: as on their page. */
const settingsOf = (w: typeof words.en): Record<string, string> => ({
  name: w.name,
  mailAddress: w.mailAddress,
  colour: w.colour,
  mailFooter: w.mailFooter,
  locale: w.language,
  timeZone: w.timeZone,
  passwordMinimum: w.passwordMinimum,
});

export const deskSettingsFeature: Feature = {
  name: "desk-settings",
  routes: { admin: adminRoutes, desk: deskRoutes },
  navigation: {
    admin: ({ actor }) => {
      const w = words[actor.locale];
      return [{ href: deskPath, label: w.navigation, icon: "settings", heading: w.heading, about: w.about }];
    },
  },
  effects: { "desk.created": [], "desk.changed": [], "desk.next_steps_dismissed": [] },
  audited: {
    desk: {
      label: { en: words.en.settings, de: words.de.settings },
      href: () => deskPath,
      settings: { en: settingsOf(words.en), de: settingsOf(words.de) },
    },
  },
  eventWords,
};
