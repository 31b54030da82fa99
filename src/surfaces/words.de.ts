import type { en } from "./words.en.ts";

export const de: typeof en = {
  problems: {
    400: "Das ließ sich nicht lesen",
    403: "Kein Zugriff",
    404: "Hier ist nichts",
    409: "Das geht gerade nicht",
    413: "Zu groß",
    422: "Bitte prüfen Sie Ihre Eingabe",
    429: "Einen Moment bitte",
    503: "Gleich wieder da",
    500: "Etwas ist schiefgegangen",
  },
  signedInAs: (name) => `Sie sind als ${name} angemeldet.`,
  somebodyElse: "Als jemand anderes anmelden",
  toStart: "Zur Startseite",
  tryAgain: "Erneut versuchen",
  sendAgain: "Erneut senden",
  keptWords: "Was Sie geschrieben haben, ist hier aufgehoben. Senden Sie es erneut, sobald Sie möchten.",
  settings: "Verwaltung",
  settingsAbout: "Wer hier arbeitet, wen Sie betreuen und wie E-Mails kommen und gehen.",
  desk: "Tresen",
  portal: "Kundenportal",
  newTicket: "Neues Ticket",
  search: "Tickets, Personen, Organisationen suchen",
  signOut: "Abmelden",
  languageNames: { de: "Deutsch", en: "English" },
};
