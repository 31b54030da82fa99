import type { Feature } from "../../platform/feature.ts";
import { answerRoutes } from "./admin.tsx";
import { answersPath } from "./views/paths.ts";
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
  effects: Object.fromEntries(Object.keys(words.en.events).map((name) => [name, []])),
  eventWords: { en: words.en.events, de: words.de.events },
};
