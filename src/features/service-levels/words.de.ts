import type { en, eventWords as enEventWords, pages as enPages, said as enSaid } from "./words.en.ts";

export const de: typeof en = {
  alreadyPromised: "Für genau diese Tickets gibt es schon ein Service-Level. Ändern Sie stattdessen jenes.",
  notADuration: "Schreiben Sie Arbeitszeit, zum Beispiel 4 h, 30 min oder 1 h 30 min.",
  notAWarning: "Schreiben Sie Arbeitszeit oder einen Teil des Ganzen, zum Beispiel 30 min oder 25 %.",
  nothingPromised: "Sagen Sie mindestens eines der drei zu.",
  notOffered: "Wählen Sie aus der Liste.",
};

export const said: typeof enSaid = {
  added: "Das Service-Level ist angelegt. Die Fristen offener Tickets werden neu berechnet.",
  changed: "Gespeichert. Die Fristen offener Tickets werden neu berechnet.",
  ended: "Das Service-Level gilt nicht mehr. Die Fristen offener Tickets werden neu berechnet.",
};

export const pages: typeof enPages = {
  heading: "Fristen",
  title: "Service-Level",
  effect: "Bis wann Tickets beantwortet und gelöst werden",
  about:
    "Bis wann ein Ticket seine erste Antwort, jede weitere und seine Lösung bekommt, in Arbeitszeit. Die erste Zeile, die auf ein Ticket passt, zählt; je mehr eine Zeile sagt, desto höher steht sie.",
  order: "Sagen zwei Zeilen gleich viel, zählt das Paket vor der Art und die Art vor der Priorität.",
  pauses: "Solange ein Ticket auf den Kunden wartet oder angehalten ist, wird keine Zeit verbraucht.",
  add: "Service-Level anlegen",
  addAbout: "Es gilt ab jetzt, auch für offene Tickets.",
  none: "Noch kein Service-Level",
  noneAbout: "Ohne haben Tickets keine Fristen.",
  package: "Service-Paket",
  anyPackage: "Jedes Paket",
  type: "Art",
  anyType: "Jede Art",
  priority: "Priorität",
  anyPriority: "Jede Priorität",
  priorities: { low: "Niedrig", medium: "Mittel", high: "Hoch", blocker: "Blocker" },
  for: "Für welche Tickets",
  allTickets: "Alle Tickets",
  promised: "Was zugesagt ist",
  promisedHelp: "In Arbeitszeit, zum Beispiel 4 h, 30 min oder 1 h 30 min. Leer sagt nichts zu.",
  firstResponse: "Erste Antwort",
  nextResponse: "Weitere Antworten",
  resolution: "Lösung",
  kinds: { first_response: "Erste Antwort", next_response: "Weitere Antworten", resolution: "Lösung" },
  calendar: "Kalender",
  calendarHelp: "In wessen Arbeitszeit gezählt wird.",
  teamCalendar: "Team, sonst Standard",
  warnBefore: "Warnen vorher",
  warnBeforeHelp:
    "So lange vor einer Frist erfahren es die Zuständigen, zum Beispiel 30 min oder 25 %. Leer: gar nicht.",
  save: "Speichern",
  saveAnyway: "So speichern",
  previewChange: "Auswirkung ansehen",
  replay: "Was das bedeutet hätte",
  changeAbout: "Eine Änderung gilt ab jetzt. Fristen von Tickets, die vorbei sind, bleiben, wie sie waren.",
  end: "Stilllegen",
  endAbout:
    "Ab jetzt gilt es nicht mehr. Offene Tickets fallen an die nächste Zeile, die auf sie passt; was vorbei ist, behält seine Fristen.",
  since: "Gilt seit",
  usesDefault: {
    one: "Service-Level, wenn das Team keinen eigenen Kalender hat",
    other: "Service-Level, wenn das Team keinen eigenen Kalender hat",
  },
  uses: { one: "Service-Level", other: "Service-Level" },
};

export const eventWords: typeof enEventWords = {
  "service-level.added": "Service-Level angelegt",
  "service-level.changed": "Service-Level geändert",
  "service-level.ended": "Service-Level stillgelegt",
};
