import type { en, eventWords as enEventWords, pages as enPages } from "./words.en.ts";

export const de: typeof en = {
  isTaken: "Das ist schon eine Adresse des Tresens.",
  noTag: "Lassen Sie weg, was hinter dem + steht; E-Mails an solche Adressen kommen ohnehin an.",
  notOffered: "Wählen Sie aus der Liste.",
  isMain: "Das ist die Adresse des Tresens selbst. Geben Sie ihm zuerst unter Einstellungen eine andere.",
};

export const pages: typeof enPages = {
  languages: { en: "Englisch", de: "Deutsch" },
  uses: { one: "E-Mail-Adresse", other: "E-Mail-Adressen" },
};

export const eventWords: typeof enEventWords = {
  "mail-address.added": "E-Mail-Adresse hinzugefügt",
  "mail-address.changed": "E-Mail-Adresse geändert",
  "mail-address.retired": "E-Mail-Adresse stillgelegt",
  "mail-address.restored": "E-Mail-Adresse wieder in Gebrauch",
};
