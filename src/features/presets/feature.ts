import type { Feature } from "../../platform/feature.ts";
import { presetRoutes } from "./admin.tsx";
import { listChosen } from "./store.ts";
import { presetsPath } from "./views/presets-page.tsx";
import { words } from "./words.ts";

export const presetsFeature: Feature = {
  name: "presets",
  routes: { admin: presetRoutes },
  navigation: {
    admin: ({ actor }) => {
      const w = words[actor.locale];
      return [{ href: presetsPath, label: w.title, icon: "puzzle", heading: w.heading, about: w.effect }];
    },
  },
  nextSteps: async ({ context, actor }) => {
    const { title, about } = words[actor.locale].next;
    const isDone = (await listChosen(context.db)).size > 0;
    return [{ href: presetsPath, title, about, icon: "puzzle", isDone }];
  },
  effects: { "presets.chosen": [] },
  audited: {
    presets: {
      label: { en: words.en.title, de: words.de.title },
      href: () => presetsPath,
      settings: { en: words.en.settings, de: words.de.settings },
    },
  },
  eventWords: { en: words.en.events, de: words.de.events },
};
