import type { en, eventWords as enEventWords, pages as enPages, said as enSaid } from "./words.en.ts";

export const de: typeof en = {
  nameTaken: "Einen Kalender mit diesem Namen gibt es schon.",
  notATimeZone: "Wählen Sie eine Zeitzone aus der Liste, zum Beispiel Europe/Berlin.",
  notARegion: "Wählen Sie eine Region aus der Liste.",
  notHours:
    "Schreiben Sie von–bis, mehrere mit Komma: 09:00–12:30, 13:00–18:00. Die Zeiten dürfen sich nicht überschneiden.",
  noHours: "An mindestens einem Tag muss jemand arbeiten, sonst käme nie eine Frist.",
  notADate: "Schreiben Sie das Datum als Tag.Monat.Jahr, zum Beispiel 24.12.2026.",
  noDate: "Geben Sie das Datum an, oder leeren Sie die ganze Zeile.",
  dateTwice: "Dieses Datum steht hier zweimal.",
  defaultStays: "Das ist der Standardkalender. Wählen Sie zuerst einen anderen, dann können Sie ihn stilllegen.",
  retiredNotDefault: "Ein stillgelegter Kalender kann nicht Standard sein. Bieten Sie ihn zuerst wieder an.",
};

export const said: typeof enSaid = {
  added: ({ name }) => `${name} ist angelegt.`,
  saved: "Gespeichert.",
  madeDefault: ({ name }) => `${name} ist jetzt der Standardkalender.`,
  retired: ({ name }) => `${name} ist stillgelegt.`,
  restored: ({ name }) => `${name} wird wieder angeboten.`,
};

export const pages: typeof enPages = {
  heading: "Fristen",
  calendars: "Kalender",
  calendarsAbout:
    "Wann Sie arbeiten. Fristen zählen in den Stunden eines Kalenders; Nächte, freie Tage und Feiertage zählen nicht.",
  effect: "Welche Stunden und Tage für Fristen zählen",
  add: "Kalender anlegen",
  save: "Speichern",
  savedAbout: "Eine Änderung zählt ab jetzt. Vergangene Zeit zählt weiter so, wie sie gezählt hat.",
  name: "Name",
  hours: "Arbeitszeit",
  timeZone: "Zeitzone",
  timeZoneHelp: "In ihr sind die Zeiten gemeint, im Sommer wie im Winter.",
  region: "Feiertage",
  regionHelp: "Sie zählen nicht als Arbeitstage. Was nur Ihr Ort feiert, tragen Sie unten ein.",
  noRegion: "Keine",
  state: "Zustand",
  isDefault: "Standard",
  isRetired: "Stillgelegt",
  isOffered: "In Gebrauch",
  week: "Arbeitszeit der Woche",
  weekHelp: "Von–bis, mehrere mit Komma: 09:00–12:30, 13:00–18:00. Leer heißt frei; Mitternacht ist 24:00.",
  weekdays: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
  shortWeekdays: ["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"],
  specialDays: "Besondere Tage",
  specialDaysHelp:
    "Tage, die abweichen: geschlossen, obwohl Werktag ist, oder besetzt, obwohl Feiertag ist. Um einen zu entfernen, leeren Sie seine Zeile.",
  date: "Datum",
  everyYear: "Jedes Jahr",
  occasion: "Anlass",
  specialHours: "Zeiten (leer: frei)",
  specialRow: ({ row }) => `Besonderer Tag ${row}`,
  free: "frei",
  preview: "Die nächsten zwei Wochen",
  previewAbout: "Wie gespeichert.",
  holidays: ({ year }) => `Feiertage ${year}`,
  noHolidays: "Es werden keine Feiertage berücksichtigt.",
  today: "heute",
  use: "Standard und Stilllegen",
  defaultAbout: "Der Standardkalender wird überall vorgeschlagen, wo einer gewählt wird.",
  thisIsDefault: "Das ist der Standardkalender.",
  makeDefault: "Zum Standard machen",
  retire: "Stilllegen",
  retireAbout: "Er wird nicht mehr angeboten. Wo er verwendet wird, zählt er weiter.",
  retiredNotice: "Dieser Kalender wird nicht mehr angeboten. Wo er verwendet wird, zählt er weiter.",
  restore: "Wieder anbieten",
  history: "Verlauf",
  noHistory: "Noch wurde nichts geändert.",
  changedFields: {
    name: "Name",
    timeZone: "Zeitzone",
    region: "Feiertage",
    week: "Arbeitszeit",
    specialDays: "Besondere Tage",
  },
};

export const eventWords: typeof enEventWords = {
  "calendar.added": "Kalender angelegt",
  "calendar.changed": "Kalender geändert",
  "calendar.made_default": "Kalender zum Standard gemacht",
  "calendar.retired": "Kalender stillgelegt",
  "calendar.restored": "Kalender wieder angeboten",
};
