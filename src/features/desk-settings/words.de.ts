import type { en, eventWords as enEventWords, pages as enPages } from "./words.en.ts";

export const de: typeof en = {
  deskExists: "Dieser Tresen ist schon eingerichtet. Melden Sie sich stattdessen an.",
  notATimeZone: "Wählen Sie eine Zeitzone aus der Liste, zum Beispiel Europe/Berlin.",
  notAMinimum: ({ floor, ceiling }) => `Wählen Sie eine Zahl von ${floor} bis ${ceiling}.`,
  notAColour: "Wählen Sie eine Farbe mit sechs Stellen, zum Beispiel #00646b.",
  saved: "Gespeichert.",
  nextStepsDismissed: "Die Liste ist weg. Alles darin finden Sie weiterhin in der Verwaltung.",
};

export const pages: typeof enPages = {
  heading: "Tresen",
  navigation: "Einstellungen",
  settings: "Einstellungen des Tresens",
  about: "Was Kunden vom Tresen sehen, und was für alle gilt.",
  name: "Name des Tresens",
  nameHelp: "Steht auf jeder Seite und in jeder E-Mail.",
  mailAddress: "E-Mail-Adresse des Tresens",
  mailAddressHelp: "Dorthin schreiben Kunden, und von dort kommen E-Mails.",
  colour: "Farbe",
  colourHelp:
    "Für Knöpfe und Links, auf Seiten und in E-Mails. Wo Worte darauf zu lesen sind, wird sie heller oder dunkler.",
  mailFooter: "Fuß jeder E-Mail",
  mailFooterHelp:
    "Wer hinter dem Tresen steht, zum Beispiel Firma, Anschrift und Register. Ohne Angabe enden E-Mails mit dem Namen des Tresens.",
  language: "Sprache",
  languageHelp: "Für alle, die keine andere gewählt haben.",
  languages: { en: "English", de: "Deutsch" },
  timeZone: "Zeitzone",
  passwordMinimum: "Kürzestes Passwort",
  passwordMinimumHelp:
    "In Zeichen, mindestens 5. Passwörter, die es schon gibt, bleiben gültig. Die häufigsten werden nie angenommen.",
  save: "Speichern",
};

export const eventWords: typeof enEventWords = {
  "desk.created": "Tresen eingerichtet",
  "desk.changed": "Einstellungen des Tresens geändert",
  "desk.next_steps_dismissed": "Liste der nächsten Schritte weggelegt",
};
