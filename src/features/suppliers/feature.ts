import { isAgent } from "../../platform/actor.ts";
import type { Feature } from "../../platform/feature.ts";
import { supplierRoutes } from "./admin.tsx";
import { asideOf, passingRoutes } from "./desk.tsx";
import { supplierEffects } from "./effects.tsx";
import { mailSamples } from "./emails/samples.tsx";
import { countPassings } from "./store-passings.ts";
import { supplierHref, suppliersPath } from "./views/paths.ts";
import { words } from "./words.ts";

export const suppliersFeature: Feature = {
  name: "suppliers",
  routes: { admin: supplierRoutes, desk: passingRoutes },
  navigation: {
    admin: ({ actor }) => {
      const w = words[actor.locale];
      return [{ href: suppliersPath, label: w.title, icon: "building", heading: w.heading, about: w.navigationAbout }];
    },
  },
  asides: { ticket: asideOf },
  uses: {
    supplier: async ({ context, actor }, id) => {
      const { all = 0 } = (await countPassings(context.db)).get(id) ?? {};
      return all === 0 ? [] : [{ label: words[actor.locale].uses({ count: all }), count: all }];
    },
  },
  // How far its mails are.
  watch: { supplier_passing: (_context, actor) => Promise.resolve(isAgent(actor)) },
  mailSamples,
  audited: {
    supplier: {
      label: { en: words.en.title, de: words.de.title },
      href: supplierHref,
      settings: { en: words.en.settings, de: words.de.settings },
    },
  },
  effects: supplierEffects,
  eventWords: { en: words.en.events, de: words.de.events },
};
