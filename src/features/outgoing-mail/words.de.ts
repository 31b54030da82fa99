import { plural } from "../../platform/i18n/index.ts";
import type { en } from "./words.en.ts";

export const de: typeof en = {
  outgoing: "Postausgang",
  heading: "E-Mail",
  about: "Alle E-Mails, die Tresen geschrieben hat, die neueste zuerst.",
  next: {
    title: "E-Mails hinauslassen",
    about:
      "Noch geht keine E-Mail hinaus: Alle warten hier im Postausgang. Setzen Sie TRESEN_SMTP_URL auf Ihren Mailserver und starten Sie neu.",
  },
  nextLinks: {
    title: "Links in E-Mails hierher führen lassen",
    about: (p) =>
      `E-Mails gehen hinaus, aber ihre Links führen nach ${p.baseUrl}; das erreicht nur, wer an diesem Rechner sitzt. Setzen Sie TRESEN_BASE_URL auf die Adresse, unter der Kunden Sie finden, und starten Sie neu.`,
  },
  staysHereTitle: "E-Mails bleiben hier, bis TRESEN_SMTP_URL gesetzt ist",
  staysHere:
    "Zurzeit wird nichts versendet. Sie können hier jede E-Mail öffnen und den Links darin folgen. Mit einem Mailserver gehen E-Mails sofort hinaus; die hier aufbewahrten nur, wenn Sie sie erneut senden.",
  signing: {
    signed: (p) => `E-Mails werden für ${p.domain} signiert (DKIM)`,
    unsignedTitle: "E-Mails gehen ohne Signatur hinaus",
    unsigned:
      "Ohne DKIM halten große Anbieter sie öfter für Spam. Setzen Sie TRESEN_DKIM_DOMAIN, TRESEN_DKIM_SELECTOR und TRESEN_DKIM_KEY, falls nicht Ihr Mailserver signiert.",
    otherDomainTitle: (p) => `E-Mails werden für ${p.domain} signiert, kommen aber von ${p.mailAddress}`,
    otherDomain: "Für Empfänger zählt nur eine Signatur der Domain, von der die E-Mail kommt.",
    record: "Der Eintrag im DNS",
    recordAbout: "Mit diesem Eintrag prüfen Empfänger die Signatur. Er muss im DNS der Domain stehen.",
    recordName: "Name",
    recordType: "Typ",
    recordValue: "Wert",
  },
  waiting: (p) => (p.many === 1 ? "1 E-Mail wartet auf den Versand." : `${p.many} E-Mails warten auf den Versand.`),
  failed: (p) =>
    p.many === 1 ? "1 E-Mail konnte nicht zugestellt werden." : `${p.many} E-Mails konnten nicht zugestellt werden.`,
  showFailed: "Anzeigen",
  dead: {
    title: "Adressen ohne E-Mail",
    about:
      "Von diesen Adressen kamen E-Mails zurück; deshalb gehen keine mehr dorthin. Wenn eine wieder funktioniert, lassen Sie E-Mails wieder zu; was inzwischen zurückgehalten wurde, senden Sie einzeln erneut.",
    many: (p) =>
      `${p.many} ${plural(p.many, { one: "Adresse bekommt", other: "Adressen bekommen" })} keine E-Mails, weil welche von dort zurückkamen.`,
    show: "Adressen anzeigen",
    address: "Adresse",
    since: "Seit",
    reason: "Worte des anderen Servers",
    noReason: "keine",
    clear: "Wieder dorthin senden",
    cleared: (p) => `E-Mails gehen wieder an ${p.address}.`,
    none: "An allen Adressen kommen E-Mails an",
  },
  to: "An",
  from: "Von",
  subject: "Betreff",
  state: "Zustand",
  when: "Wann",
  template: "Vorlage",
  anyState: "Jeder Zustand",
  search: "Empfänger oder Betreff",
  states: {
    queued: "Wartet",
    sending: "Wird gesendet",
    sent: "Gesendet",
    kept: "Hier aufbewahrt",
    failed: "Fehlgeschlagen",
    cancelled: "Zurückgezogen",
    bounced: "Zurückgekommen",
    withheld: "Zurückgehalten",
  },
  outcomes: {
    sent: "Vom Mailserver angenommen",
    kept: "Hier aufbewahrt, weil kein Mailserver eingestellt ist",
    postponed: "Gerade nicht möglich",
    refused: "Abgelehnt",
    interrupted:
      "Beim Senden unterbrochen: Die E-Mail ist vielleicht angekommen und wird unter derselben Message-ID noch einmal gesendet",
    bounced: "Zurückgekommen",
  },
  empty: "Es wurde noch keine E-Mail geschrieben",
  emptyAbout: "Sobald jemand fragt oder eine Antwort bekommt, stehen hier die E-Mails an die Beteiligten.",
  nothingFound: "Keine E-Mail passt zu diesem Filter",
  showAll: "Alle anzeigen",
  nextTry: "Nächster Versuch",
  html: "So sieht der Empfänger sie",
  text: "Textfassung",
  headers: "Kopfzeilen",
  attempts: "Versuche",
  noAttempts: "Noch hat niemand versucht, sie zu senden.",
  expired: "Sie war nicht mehr von Nutzen, als sie hätte gesendet werden können.",
  answer: "Antwort",
  attachments: "Anhänge",
  resend: "Erneut senden",
  resent: "Die E-Mail ist wieder unterwegs.",
  notResendable:
    "Diese E-Mail kann jetzt nicht erneut gesendet werden: Sie wartet, wird gerade gesendet oder ist nicht mehr von Nutzen.",
  frame: "Die E-Mail",
  withheldBecause: {
    undeliverable: "E-Mails an diese Adresse kamen zurück. Diese geht hinaus, wenn jemand sie erneut sendet.",
    "too-many":
      "An diese Adresse gingen zu viele automatische E-Mails. So können zwei Programme einander nicht endlos schreiben.",
  },
  addressCleared: "Eine Adresse bekommt wieder E-Mails",
  mailFailed: "E-Mail konnte nicht zugestellt werden",
  mailBounced: "E-Mail ist zurückgekommen",
  mailResent: "E-Mail erneut gesendet",
  samples: "Vorlagen",
  samplesAbout: "Jede E-Mail, die Tresen schreibt, mit erfundenem Inhalt und in jeder Sprache.",
  languages: { en: "Englisch", de: "Deutsch" },
  noSamples: "Keine Funktion versendet E-Mails.",
};
