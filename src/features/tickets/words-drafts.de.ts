import { plural } from "../../platform/i18n/index.ts";
import type { en } from "./words-drafts.en.ts";

export const de: typeof en = {
  title: "Entwürfe",
  lead: "Alles, was Sie geschrieben und nicht gesendet haben, und was Sie in den letzten 30 Tagen gesendet, verworfen oder in einem anderen Fenster überschrieben haben. Nur Sie sehen das.",
  unsent: "Nicht gesendet",
  sent: "Gesendet",
  none: "Hier liegt nichts von Ihnen",
  noneHelp: "Was Sie schreiben, wird beim Schreiben gesichert. Bis es gesendet ist, steht es hier.",
  noneSent: "Sie haben in den letzten 30 Tagen nichts gesendet",
  kinds: { public: "Antwort", note: "Interne Notiz", update: "Update", new: "Neue Anfrage" },
  newTicket: "Neues Ticket",
  noSubject: "Noch ohne Betreff",
  gone: "In einer Anfrage, die Sie nicht mehr sehen können. Der Text gehört weiterhin Ihnen.",
  states: {
    writing: "noch nicht gesendet",
    sent: "gesendet",
    discarded: "verworfen",
    overwritten: "von einem anderen Fenster überschrieben",
  },
  savedAt: "Gesichert",
  showAll: (p) => `Alle ${p.characters} Zeichen zeigen`,
  goOn: "Weiterschreiben",
  discard: "Verwerfen",
  restore: "Zurückholen",
  startEmpty: "Mit leerem Formular beginnen",
  begun: "Das wurde begonnen und nicht gesendet. Es steht wieder im Formular.",
  allDrafts: (p) => (p.count > 1 ? `Alle ${p.count} begonnenen Entwürfe` : "Alle Entwürfe"),
  files: (p) => `${p.count} ${plural(p.count, { one: "Datei", other: "Dateien" })}`,
  phrases: {
    draftRestored: "Der Text ist wieder da.",
    draftDiscarded: "Der Entwurf ist verworfen. 30 Tage lang können Sie ihn hier zurückholen.",
  },
};
