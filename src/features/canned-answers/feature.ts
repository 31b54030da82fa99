import type { Feature } from "../../platform/feature.ts";
import { answerRoutes } from "./admin.tsx";
import { answerHref, answersPath } from "./views/paths.ts";
import { words } from "./words.ts";

export const cannedAnswersFeature: Feature = {
  name: "canned-answers",
  routes: { admin: answerRoutes },
  navigation: {
    admin: ({ actor }) => {
      const w = words[actor.locale];
      return [{ href: answersPath, label: w.title, icon: "text-quote", heading: w.heading, about: w.navigationAbout }];
    },
  },
  audited: {
    canned_answer: {
      label: { en: words.en.title, de: words.de.title },
      href: (id) => answerHref(id),
      settings: { en: words.en.changedFields, de: words.de.changedFields },
    },
  },
  effects: Object.fromEntries(Object.keys(words.en.events).map((name) => [name, []])),
  eventWords: { en: words.en.events, de: words.de.events },
};
