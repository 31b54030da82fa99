import type { Feature } from "../../platform/feature.ts";
import { developmentPath, prioritiesPath, typesPath } from "./views/paths.ts";
import { adminWords } from "./words.admin.ts";
import { de } from "./words.events.de.ts";
import { en } from "./words.events.en.ts";

/** The pages are mounted by the tickets' feature (see `ticketTypeAdminRoutes`). */
export const ticketTypesFeature: Feature = {
  name: "ticket-types",
  navigation: {
    admin: ({ actor }) => {
      const w = adminWords[actor.locale];
      const { heading } = w;
      return [
        { href: typesPath, label: w.types, icon: "ticket", heading, about: w.typesNavigation },
        { href: prioritiesPath, label: w.priorities, icon: "flag", heading, about: w.prioritiesNavigation },
        { href: developmentPath, label: w.developmentStatuses, icon: "code", heading, about: w.developmentNavigation },
      ];
    },
  },
  effects: Object.fromEntries(Object.keys(en).map((name) => [name, []])),
  eventWords: { en, de },
};
