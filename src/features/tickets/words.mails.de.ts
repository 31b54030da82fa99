import { plural } from "../../platform/i18n/index.ts";
import type { en } from "./words.mails.en.ts";

export const de: typeof en = {
  subject: (p) => `[#${p.number}] ${p.subject}`,
  subjectUntold: (p) => `[#${p.number}] Ihre Anfrage`,

  toRequest: "Anfrage öffnen",
  toTicket: "Ticket öffnen",
  facts: {
    number: "Nummer",
    subject: "Betreff",
    status: "Status",
    result: "Ergebnis",
    requester: "Von",
    organisation: "Organisation",
    type: "Art",
    priority: "Priorität",
    channel: "Kam per",
  },
  answerHint: "Zum Antworten antworten Sie einfach auf diese E-Mail.",
  answerHintAgent: "Ihre Antwort auf diese E-Mail geht an den Kunden.",
  answerHintNote: "Ihre Antwort auf diese E-Mail wird eine interne Notiz; der Kunde sieht sie nicht.",
  leave: "Diese Unterhaltung verlassen",
  noWords: "(ohne Text)",

  received: {
    heading: (p) => `Ihre Anfrage #${p.number} ist angekommen`,
    text: "Wir antworten so bald wie möglich; Sie bekommen dann eine E-Mail.",
    addMore: "Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese E-Mail.",
    notYou: "Falls Sie uns nichts gefragt haben, müssen Sie nichts tun.",
    openedForYou: (p) => `${p.agent} hat die Anfrage #${p.number} für Sie gestellt`,
    passwordText:
      "Mit einem Passwort verfolgen Sie diese und alle Ihre Anfragen in unserem Portal. Der Link gilt 7 Tage.",
    passwordButton: "Passwort setzen",
    sharedAddress:
      "Eine Adresse wie diese lesen mehrere Personen, deshalb kann sie keinen Zugang zu unserem Portal haben. Wenn Sie etwas ergänzen möchten, antworten Sie einfach auf diese E-Mail; auch unsere Antworten kommen per E-Mail. Wer das Portal nutzen möchte, schreibt uns von seiner eigenen Adresse.",
  },
  answered: {
    heading: (p) => `${p.author} hat geantwortet`,
    preview: (p) => `${p.author}: ${p.text}`,
    waiting: "Um weiterzukommen, brauchen wir Ihre Antwort.",
    resolved: "Wir halten das für gelöst. Falls nicht, antworten Sie einfach.",
    closed: "Damit ist die Anfrage geschlossen.",
  },
  copy: {
    heading: (p) => `${p.author} hat geschrieben`,
  },
  status: {
    "ticket.asked": {
      heading: (p) => `Anfrage #${p.number} wartet auf eine Antwort`,
      text: "Um weiterzukommen, brauchen wir etwas von Ihnen.",
    },
    "ticket.held": {
      heading: (p) => `Anfrage #${p.number} ist angehalten`,
      text: "Zuerst muss etwas anderes fertig werden. Wir machen von selbst weiter; Sie müssen nichts tun.",
    },
    "ticket.resolved": {
      heading: (p) => `Anfrage #${p.number} ist gelöst`,
      text: "Wir halten das für gelöst. Falls nicht, antworten Sie einfach auf diese E-Mail.",
    },
    "ticket.closed": { heading: (p) => `Anfrage #${p.number} ist geschlossen`, text: "" },
    "ticket.cancelled": { heading: (p) => `Anfrage #${p.number} wurde abgebrochen`, text: "" },
    "ticket.reopened": { heading: (p) => `Wir arbeiten wieder an der Anfrage #${p.number}`, text: "" },
  },
  named: (p) => `Anfrage #${p.number}: ${p.status}`,
  closedBySilence: "Wir haben nichts mehr von Ihnen gehört und die Anfrage deshalb geschlossen.",
  closedAsResolved: "Sie ist seit einiger Zeit gelöst und niemand hat widersprochen; deshalb ist sie nun geschlossen.",
  reminder: {
    heading: (p) => `Wir warten noch auf Ihre Antwort zur Anfrage #${p.number}`,
    text: (p) =>
      `Bitte sagen Sie uns, wie es steht. Wenn wir nichts hören, schließt sich die Anfrage am ${p.date} von selbst.`,
    resolved: (p) => `Anfrage #${p.number} ist gelöst und wird geschlossen`,
    resolvedText: (p) =>
      `Wenn noch etwas nicht stimmt, sagen Sie es uns bitte. Wenn wir nichts hören, schließt sie sich am ${p.date} von selbst.`,
    ask: "Bitte sagen Sie uns, wie es steht.",
    verdict: (p) => `Uns fehlt noch Ihr Wort zur Anfrage #${p.number}`,
    verdictText: "Wir halten das für gelöst. Wenn noch etwas nicht stimmt, antworten Sie einfach auf diese E-Mail.",
    later: (p) =>
      `Auch danach holt eine Antwort sie noch ${p.days} ${plural(p.days, { one: "Tag", other: "Tage" })} lang zurück.`,
  },
  accessReminder: {
    heading: (p) => `Anfrage #${p.number} ist gelöst: Bitte entziehen Sie uns den Zugang`,
    cancelled: (p) => `Anfrage #${p.number} wurde abgebrochen: Bitte entziehen Sie uns den Zugang`,
    text: (p) =>
      `Sie hatten uns Zugang gewährt zu: ${p.environments}. Wir brauchen ihn nicht mehr; bitte beenden Sie ihn und vermerken Sie das auf der Seite der Anfrage.`,
  },
  reopenHint: (p) =>
    `Eine Antwort innerhalb von ${p.days} ${plural(p.days, { one: "Tag", other: "Tagen" })} öffnet sie wieder.`,
  followUpHint: "Wenn noch etwas offen ist, stellen Sie auf der Seite der Anfrage eine Folgeanfrage.",
  followUpByMail:
    "Wenn noch etwas offen ist, antworten Sie einfach auf diese E-Mail; wir legen dafür eine neue Anfrage an.",
  closesAt: (p) => `Wenn wir nichts hören, schließt sie sich am ${p.date} von selbst.`,
  confirmHint: "Funktioniert die Lösung? Bitte bestätigen Sie es auf der Seite der Anfrage.",
  feedbackHint: "Wie war es? Bitte sagen Sie es auf der Seite der Anfrage.",
  rateHint: "Wie war es? Auf der Seite der Anfrage können Sie es uns sagen.",
  changed: {
    heading: (p) => `An der Anfrage #${p.number} hat sich etwas geändert`,
    from: (p) => `${p.from} → ${p.to}`,
  },
  joined: {
    heading: (p) => `${p.by} hat Sie bei der Anfrage #${p.number} in CC gesetzt`,
    headingUntold: (p) => `Sie wurden bei der Anfrage #${p.number} in CC gesetzt`,
    text: "Sie lesen von nun an mit, und Ihre Antworten erreichen alle Beteiligten.",
    contact: (p) => `Sie sind nun Ansprechpartner der Anfrage #${p.number}`,
    contactText: "Von nun an schreiben wir Ihnen dazu.",
  },
  desk: {
    opened: (p) => `Neues Ticket #${p.number}`,
    offered: (p) => `Angebot: Ticket #${p.number}. Wer annimmt, macht es.`,
    answered: (p) => `${p.author} hat in #${p.number} geantwortet`,
    reopened: (p) => `${p.author} hat #${p.number} wieder geöffnet`,
    assigned: (p) => `${p.by} hat Ihnen #${p.number} zugewiesen`,
    confirmed: (p) => `${p.author} bestätigt, dass #${p.number} gelöst ist`,
    access: (p) => `${p.author} gewährt Zugang zu „${p.environment}“ für #${p.number}`,
    stalled: (p) => `#${p.number} bleibt still, schließt sich aber nicht von selbst`,
    stalledText: "Der Kunde meldet sich nicht mehr, und diese Art verlangt vor dem Schließen noch etwas:",
    mentioned: (p) => `${p.by} ruft Sie in #${p.number}`,
  },
  because: {
    requester: "Sie bekommen diese E-Mail, weil es Ihre Anfrage ist.",
    unverified: "Sie bekommen diese E-Mail, weil im Namen dieser Adresse eine Anfrage bei uns einging.",
    participant: "Sie bekommen diese E-Mail, weil Sie bei dieser Anfrage in CC stehen.",
    assignee: "Sie bekommen diese E-Mail, weil Ihnen das Ticket zugewiesen ist.",
    team: (p) => `Sie bekommen diese E-Mail, weil Sie zum Team ${p.team} gehören.`,
    everyone: "Sie bekommen diese E-Mail, weil noch niemand für das Ticket zuständig ist.",
    called: "Sie erhalten diese E-Mail, weil ein Kollege Sie in einer internen Notiz genannt hat.",
  },
};
