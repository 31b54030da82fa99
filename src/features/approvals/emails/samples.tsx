import type { MailSample } from "../../../platform/feature.ts";
import type { Locale } from "../../../platform/i18n/index.ts";
import { mailWords } from "../words.mails.ts";
import { ApprovalMail } from "./approval-mail.tsx";
import { UndecidedMail } from "./undecided-mail.tsx";

const texts: Record<Locale, { title: string; text: string }> = {
  en: {
    title: "#10482 Invoices are numbered twice",
    text: "We set the number range of branch 12 anew on Thursday between 18:00 and 19:00.\n\nDuring this hour no invoices can be written. Nothing that is there already changes.",
  },
  de: {
    title: "#10482 Rechnungsnummern werden doppelt vergeben",
    text: "Wir setzen den Nummernkreis der Filiale 12 am Donnerstag zwischen 18:00 und 19:00 Uhr neu auf.\n\nIn dieser Stunde lassen sich keine Rechnungen schreiben. An vorhandenen ändert sich nichts.",
  },
};

/** Every mail of the feature with made-up content. */
export const mailSamples = (locale: Locale): readonly MailSample[] => {
  const { title, text } = texts[locale];
  const approval = {
    ...{ title, text },
    expiresAt: new Date("2026-12-03T15:00:00Z"),
    askedBy: { personId: 1, name: "Ann Beck" },
    approvers: [
      { personId: 11, name: "Maria Huber" },
      { personId: 12, name: "Jörg Ößler" },
    ],
  };
  const props = {
    reading: { locale, timeZone: "Europe/Berlin" },
    desk: { name: "Muster Support" },
    href: "https://support.example.org/approvals/7/11-made-up",
    decidesByAnswer: true,
  };
  const subject = mailWords[locale].subject({ title });
  const asked = (["all", "any"] as const).map((rule) => ({
    template: `approvals.asked ${rule}`,
    subject,
    body: <ApprovalMail {...props} approval={{ ...approval, rule }} />,
  }));
  const undecided = (["unclear", "settled"] as const).map((because) => ({
    template: `approvals.undecided ${because}`,
    subject,
    body: <UndecidedMail {...props} approval={approval} because={because} />,
  }));
  return [...asked, ...undecided];
};
