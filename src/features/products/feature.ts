import type { Feature } from "../../platform/feature.ts";
import { listProducts } from "./store/products.ts";
import { productHref, productsPath } from "./views/paths.ts";
import { adminWords } from "./words.admin.ts";
import { de } from "./words.events.de.ts";
import { en } from "./words.events.en.ts";

/** The pages are mounted by whoever names products (see `productAdminRoutes`). */
export const productsFeature: Feature = {
  name: "products",
  navigation: {
    admin: ({ actor }) => {
      const w = adminWords[actor.locale];
      return [{ href: productsPath, label: w.products, icon: "package", heading: w.heading, about: w.navigationAbout }];
    },
  },
  effects: Object.fromEntries(Object.keys(en).map((name) => [name, []])),
  audited: {
    product: {
      label: { en: adminWords.en.products, de: adminWords.de.products },
      href: (id) => productHref(id),
      names: async (db, ids) =>
        new Map((await listProducts(db)).flatMap(({ id, name }) => (ids.includes(id) ? [[id, name]] : []))),
      settings: { en: adminWords.en.changedFields, de: adminWords.de.changedFields },
    },
  },
  eventWords: { en, de },
};
