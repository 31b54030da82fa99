import type { Feature } from "../../platform/feature.ts";
import { deskRoutes } from "./admin.tsx";
import { deskPath } from "./views/desk-page.tsx";
import { eventWords, words } from "./words.ts";

export const deskSettingsFeature: Feature = {
  name: "desk-settings",
  routes: { admin: deskRoutes },
  navigation: {
    admin: ({ actor }) => {
      const w = words[actor.locale];
      return [{ href: deskPath, label: w.navigation, icon: "settings", heading: w.heading }];
    },
  },
  effects: { "desk.created": [], "desk.changed": [] },
  eventWords,
};
