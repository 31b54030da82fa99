import type { en } from "./words.mails.en.ts";

export const de: typeof en = {
  subject: (p) => `Ihre Freigabe wird gebraucht: ${p.title}`,
  heading: "Sind Sie mit dieser Lösung einverstanden?",
  preview: (p) => p.text.replace(/\s+/g, " ").slice(0, 120),
  asks: (p) => `${p.name} legt Ihnen vor:`,
  ruleAll: "Wir machen weiter, sobald alle Gefragten zugestimmt haben.",
  ruleAny: "Wir machen weiter, sobald eine der gefragten Personen zugestimmt hat.",
  until: (p) => `Bitte entscheiden Sie bis ${p.until}.`,
  button: "Freigeben oder ablehnen",
  byAnswer:
    "Sie können auch auf diese Mail antworten: mit „Freigegeben“ allein in der ersten Zeile, oder mit „Abgelehnt:“ und Ihrem Grund.",
  personal: "Der Link ist nur für Sie: Wer ihn hat, kann in Ihrem Namen entscheiden. Eine Anmeldung ist nicht nötig.",
  because: "Sie erhalten diese Mail, weil Sie um diese Freigabe gebeten wurden.",
  undecided: {
    heading: "Ihre Antwort ist angekommen, entscheidet aber nichts",
    unclear:
      "Sie steht jetzt in der Anfrage. Ob Sie freigeben oder ablehnen, sagt sie nicht deutlich genug, als dass wir es in Ihrem Namen festhalten könnten.",
    how: "Bitte entscheiden Sie auf der Seite unten, oder antworten Sie auf diese Mail: mit „Freigegeben“ allein in der ersten Zeile, oder mit „Abgelehnt:“ und Ihrem Grund.",
    problems: {
      notAsked: "Sie wurden um diese Freigabe nicht gebeten.",
      alreadyApproved: "Sie haben das schon freigegeben, und eine Entscheidung ist endgültig.",
      alreadyDeclined: "Sie haben das schon abgelehnt, und eine Entscheidung ist endgültig.",
      settled: "Darüber ist inzwischen entschieden.",
      withdrawn: "Die Frage wurde inzwischen zurückgezogen.",
      expired: "Die Zeit für diese Entscheidung ist vorbei.",
    },
    toPage: "Sehen, wie es steht",
    because: "Sie erhalten diese Mail, weil Sie auf die Bitte um Ihre Freigabe geantwortet haben.",
  },
};
