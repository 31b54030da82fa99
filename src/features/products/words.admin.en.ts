import { plural } from "../../platform/i18n/index.ts";
import type { Kind } from "./types.ts";

const kindNames: Record<Kind, string> = { product: "Product", version: "Version", module: "Module" };

export const en = {
  heading: "Tickets",
  products: "Products",
  productsAbout:
    "What customers ask about. Forms and tickets offer the products in this order; their versions and modules depend on the product that is chosen.",
  navigationAbout: "Products with their versions and modules, as forms and tickets offer them.",
  noProducts: "No product yet",
  noProductsAbout: "Without products nobody is asked for one. Add the first below.",
  product: "Product",
  kindNames,
  name: "Name",
  versions: "Versions",
  versionsAbout:
    "Offered once the product is chosen, in this order. A retired version can no longer be chosen; tickets that name it keep it.",
  noVersions: "No version yet. Tickets about this product are not asked for one.",
  modules: "Modules",
  modulesAbout:
    "Offered once the product is chosen. A module that only some versions have is not offered with the others.",
  noModules: "No module yet. Tickets about this product are not asked for one.",
  count: (p: { count: number; retired: number }) =>
    p.retired > 0 ? `${p.count - p.retired} (+ ${p.retired} retired)` : String(p.count),
  usedBy: "Used by",
  uses: (p: { count: number }) =>
    p.count === 0 ? "never" : `${p.count} ${plural(p.count, { one: "ticket", other: "tickets" })}`,
  state: "State",
  active: "In use",
  retired: "Retired",
  released: "Released",
  existsIn: "Exists in",
  allVersions: "all versions",
  addProducts: "Add products",
  addVersions: "Add versions",
  addModules: "Add modules",
  lines: { product: "New products", version: "New versions", module: "New modules" } satisfies Record<Kind, string>,
  productLinesHelp: "One a line. Paste a whole list; what is there already stays as it is.",
  versionLinesHelp: "One a line, with the day of the release behind a semicolon if you know it: 14.2; 2026-03-01",
  moduleLinesHelp:
    "One a line. In which versions a module exists is chosen afterwards; at first it exists in all of them.",
  added: (p: { added: number; known: number }) =>
    [
      p.added === 0 ? "Nothing is new." : `${p.added} added.`,
      p.known > 0 ? `${p.known} ${plural(p.known, { one: "was", other: "were" })} there already.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  save: "Save",
  saved: "Saved.",
  edit: "Change",
  more: (p: { name: string }) => `More for ${p.name}`,
  up: "Move up",
  down: "Move down",
  retire: "Retire",
  restore: "Use again",
  delete: "Delete",
  wasRetired: (p: { name: string }) => `${p.name} is retired: nobody can choose it any more.`,
  wasRestored: (p: { name: string }) => `${p.name} can be chosen again.`,
  wasDeleted: (p: { name: string }) => `${p.name} is deleted.`,
  retiredNotice: "This product is retired: nobody can choose it any more. Tickets that name it keep it.",
  nameHelp: "Tickets show the new name everywhere, also those that are closed.",
  releasedHelp: "Only shown here. Leave it empty for a version that is not out yet.",
  versionIdsHelp: "With none ticked, the module exists in all versions.",
  history: "History",
  noHistory: "Nothing has happened yet.",
  somebody: "Somebody not signed in",
  changedFields: { name: "Name", releasedOn: "Released", versions: "Versions", modules: "Modules" } as Record<
    string,
    string
  >,
  directions: { up: "up", down: "down" } as Record<string, string>,
};
