import type { en } from "./words.en.ts";

export const de: typeof en = {
  nameTaken: "Diesen Namen gibt es schon.",
  notADay: (p) => `„${p.text}“ ist kein Tag. Schreiben Sie ihn als 1.3.2026, oder lassen Sie ihn weg.`,
  nothingNamed: "Schreiben Sie mindestens einen Namen, je Zeile einen.",
  tooMany: (p) => `Das sind zu viele auf einmal. Fügen Sie höchstens ${p.most} Zeilen ein.`,
  nameTooLong: (p) => `„${p.name.slice(0, 40)}…“ ist zu lang. Ein Name hat höchstens ${p.most} Zeichen.`,
  inUse:
    "Tickets nennen diesen Eintrag, deshalb lässt er sich nicht löschen. Legen Sie ihn still: Dann kann ihn niemand mehr wählen, und die Tickets behalten ihn.",
  onlyVersionOf: (p) =>
    `„${p.module}“ gibt es nur in dieser Version. Sagen Sie zuerst, in welchen anderen es das Modul gibt, oder löschen Sie das Modul.`,
  otherProductsVersion: "Diese Version gehört zu einem anderen Produkt. Wählen Sie eine der Versionen dieses Produkts.",
  otherProductsModule: "Dieses Modul gehört zu einem anderen Produkt. Wählen Sie eines der Module dieses Produkts.",
  unknownProduct: "Dieses Produkt gibt es nicht mehr. Wählen Sie ein anderes.",
  retiredProduct: "Dieses Produkt ist stillgelegt. Wählen Sie ein anderes.",
  retiredVersion: "Diese Version ist stillgelegt. Wählen Sie eine andere.",
  retiredModule: "Dieses Modul ist stillgelegt. Wählen Sie ein anderes.",
  notInVersion:
    "Dieses Modul gibt es in der gewählten Version nicht. Wählen Sie ein anderes Modul oder eine andere Version.",
};
