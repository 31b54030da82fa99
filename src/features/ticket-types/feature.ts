import { hasHappened } from "../../platform/events.ts";
import type { Feature } from "../../platform/feature.ts";
import { listTicketTypes } from "./store/types.ts";
import { developmentHref, developmentPath, prioritiesPath, typeHref, typesPath } from "./views/paths.ts";
import { adminWords } from "./words.admin.ts";
import { de } from "./words.events.de.ts";
import { en } from "./words.events.en.ts";

const settings = { en: adminWords.en.settings, de: adminWords.de.settings };

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
  uses: {
    team: async ({ context: { db }, actor }, id) => {
      const count = (await listTicketTypes(db)).filter(({ teamId }) => teamId === id).length;
      return [{ label: adminWords[actor.locale].typesCounted({ count }), count, href: typesPath }];
    },
  },
  nextSteps: async ({ context: { db }, actor }) => {
    const { title, about } = adminWords[actor.locale].next;
    const isDone = await hasHappened(db, [...Object.keys(en), "presets.chosen"]);
    return [{ href: typesPath, title, about, icon: "ticket", isDone }];
  },
  effects: Object.fromEntries(Object.keys(en).map((name) => [name, []])),
  audited: {
    "ticket-type": {
      label: { en: adminWords.en.types, de: adminWords.de.types },
      href: (id) => typeHref(id),
      settings,
      names: async (db, ids) =>
        new Map(
          (await listTicketTypes(db)).flatMap(({ id, names: { en, de } }) =>
            ids.includes(id) ? [[id, { en, de }]] : [],
          ),
        ),
    },
    priority: {
      label: { en: adminWords.en.priorities, de: adminWords.de.priorities },
      href: () => prioritiesPath,
      settings,
    },
    "development-status": {
      label: { en: adminWords.en.developmentStatuses, de: adminWords.de.developmentStatuses },
      href: (id) => developmentHref(id),
      settings,
    },
  },
  eventWords: { en, de },
};
