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
  personal: "Der Link ist nur für Sie: Wer ihn hat, kann in Ihrem Namen entscheiden. Eine Anmeldung ist nicht nötig.",
  because: "Sie erhalten diese Mail, weil Sie um diese Freigabe gebeten wurden.",
};
