import type { en } from "./words.mails.en.ts";

export const de: typeof en = {
  subject: (p) => `${p.subject} (unsere Nummer ${p.number})`,
  heading: "Ein Ticket für Sie",
  intro: (p) => `${p.desk} gibt Ihnen ein Ticket weiter. Unsere Nummer: ${p.number}.`,
  reason: (p) =>
    `Sie erhalten diese Mail, weil ${p.desk} das Ticket ${p.number} an Ihren Service Desk weitergegeben hat. Antworten auf diese Mail kommen dort an.`,
  customerNumber: "Unsere Kundennummer",
  domain: "Domain",
  contact: "Kontaktperson",
  mayContact: "Der Endkunde darf kontaktiert werden",
  yes: "ja",
  no: "nein",
  none: "keine",
  errorPicture: "Fehlerbild",
  answer: "Bitte antworten Sie auf diese Mail und behalten Sie Betreff und Antwortadresse bei.",
  written: (p) => `Zu unserem Ticket ${p.number}`,
  sentOn: (p) => `Der Endkunde schreibt zu unserem Ticket ${p.number}`,
  told: {
    resolved: (p) => `Unser Ticket ${p.number} ist gelöst.`,
    closed: (p) => `Unser Ticket ${p.number} ist geschlossen.`,
    cancelled: (p) => `Unser Ticket ${p.number} ist abgebrochen.`,
    reopened: (p) => `Unser Ticket ${p.number} ist wieder offen.`,
  },
  toColleague: {
    subject: (p) => `[#${p.number}] ${p.supplier} hat geantwortet`,
    heading: (p) => `Der Lieferant ${p.supplier} hat geantwortet`,
    toTicket: "Zum Ticket",
    internal: "Kunden sehen das nicht. Ihre Antwort auf diese Mail wird zu einer internen Notiz.",
    reason: "Sie erhalten diese Mail, weil Sie das Ticket bearbeiten.",
  },
};
