import type { en } from "./words.en.ts";

export const de: typeof en = {
  deskExists: "Dieser Tresen ist schon eingerichtet. Melden Sie sich stattdessen an.",
  notATimeZone: "Wählen Sie eine Zeitzone aus der Liste, zum Beispiel Europe/Berlin.",
  created: "Tresen eingerichtet",
  changed: "Einstellungen des Tresens geändert",
};
