import { plural } from "../../platform/i18n/index.ts";
import type { en } from "./words.admin.en.ts";

export const de: typeof en = {
  heading: "Tickets",
  products: "Produkte",
  productsAbout:
    "Worum es in Anfragen geht. Formulare und Tickets bieten die Produkte in dieser Reihenfolge an; Versionen und Module richten sich nach dem gewählten Produkt.",
  navigationAbout: "Produkte mit ihren Versionen und Modulen, wie Formulare und Tickets sie anbieten.",
  noProducts: "Noch kein Produkt",
  noProductsAbout: "Ohne Produkte wird niemand nach einem gefragt. Legen Sie unten das erste an.",
  product: "Produkt",
  kindNames: { product: "Produkt", version: "Version", module: "Modul" },
  name: "Name",
  versions: "Versionen",
  versionsAbout:
    "Stehen zur Wahl, sobald das Produkt gewählt ist, in dieser Reihenfolge. Eine stillgelegte Version lässt sich nicht mehr wählen; Tickets, die sie nennen, behalten sie.",
  noVersions: "Noch keine Version. In Tickets zu diesem Produkt wird nicht danach gefragt.",
  modules: "Module",
  modulesAbout:
    "Stehen zur Wahl, sobald das Produkt gewählt ist. Ein Modul, das es nur in manchen Versionen gibt, wird bei den anderen nicht angeboten.",
  noModules: "Noch kein Modul. In Tickets zu diesem Produkt wird nicht danach gefragt.",
  count: (p) => (p.retired > 0 ? `${p.count - p.retired} (+ ${p.retired} stillgelegt)` : String(p.count)),
  usedBy: "Verwendet in",
  uses: (p) => (p.count === 0 ? "nie" : `${p.count} ${plural(p.count, { one: "Ticket", other: "Tickets" })}`),
  state: "Zustand",
  active: "In Betrieb",
  retired: "Stillgelegt",
  released: "Erschienen",
  existsIn: "Gibt es in",
  allVersions: "allen Versionen",
  addProducts: "Produkte anlegen",
  addVersions: "Versionen anlegen",
  addModules: "Module anlegen",
  lines: { product: "Neue Produkte", version: "Neue Versionen", module: "Neue Module" },
  productLinesHelp: "Je Zeile eines. Fügen Sie ruhig eine ganze Liste ein; was es schon gibt, bleibt, wie es ist.",
  versionLinesHelp:
    "Je Zeile eine, hinter einem Semikolon der Tag des Erscheinens, wenn Sie ihn kennen: 14.2; 1.3.2026",
  moduleLinesHelp:
    "Je Zeile eines. In welchen Versionen es ein Modul gibt, wählen Sie danach; zuerst gibt es das Modul in allen.",
  added: (p) =>
    [p.added === 0 ? "Nichts davon ist neu." : `${p.added} angelegt.`, p.known > 0 ? `${p.known} gab es schon.` : ""]
      .filter(Boolean)
      .join(" "),
  save: "Speichern",
  saved: "Gespeichert.",
  edit: "Ändern",
  more: (p) => `Mehr zu ${p.name}`,
  up: "Nach oben",
  down: "Nach unten",
  retire: "Stilllegen",
  restore: "Wieder in Betrieb nehmen",
  delete: "Löschen",
  wasRetired: (p) => `${p.name} ist stillgelegt und lässt sich nicht mehr wählen.`,
  wasRestored: (p) => `${p.name} lässt sich wieder wählen.`,
  wasDeleted: (p) => `${p.name} ist gelöscht.`,
  retiredNotice: "Dieses Produkt ist stillgelegt: Niemand kann es mehr wählen. Tickets, die es nennen, behalten es.",
  nameHelp: "Tickets zeigen den neuen Namen überall, auch die geschlossenen.",
  releasedHelp: "Wird nur hier gezeigt. Leer für eine Version, die noch nicht erschienen ist.",
  versionIdsHelp: "Ist keine angekreuzt, gibt es das Modul in allen Versionen.",
  history: "Verlauf",
  noHistory: "Es ist noch nichts geschehen.",
  somebody: "Jemand ohne Anmeldung",
  changedFields: { name: "Name", releasedOn: "Erschienen", versions: "Versionen", modules: "Module" },
  directions: { up: "nach oben", down: "nach unten" },
};
