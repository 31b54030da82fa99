import type { MailSample } from "../../../platform/feature.ts";
import type { Locale } from "../../../platform/i18n/index.ts";
import type { Facts } from "../types.ts";
import { mailWords } from "../words.mails.ts";
import { AnsweredMail } from "./answered-mail.tsx";
import { SupplierMail } from "./supplier-mail.tsx";

const texts: Record<Locale, { subject: string; errorPicture: string; written: string; heard: string }> = {
  en: {
    subject: "Labels come out empty",
    errorPicture: "Since the update to 5.2 every second label is empty. It happens in branch 12 only.",
    written: "The customer can try a new version on Thursday. Is there one?",
    heard: "We have found the cause; it is corrected in 5.3.",
  },
  de: {
    subject: "Etiketten bleiben leer",
    errorPicture: "Seit dem Update auf 5.2 ist jedes zweite Etikett leer. Das geschieht nur in der Filiale 12.",
    written: "Der Kunde kann am Donnerstag eine neue Version ausprobieren. Gibt es eine?",
    heard: "Wir haben die Ursache gefunden; sie ist in 5.3 behoben.",
  },
};

const at = new Date("2026-11-03T09:30:00Z");

/** Every mail of the feature with made-up content. */
export const mailSamples = (locale: Locale): readonly MailSample[] => {
  const { subject, errorPicture, written, heard } = texts[locale];
  const w = mailWords[locale];
  const facts: Facts = {
    ...{ customerNumber: "K-20417", domain: "muster-gmbh.example", errorPicture, mayContact: true, sendsAnswers: true },
    ...{ contactName: "Maria Huber", contactEmail: "huber@muster-gmbh.example", contactPhone: "+49 30 1234567" },
  };
  const props = {
    reading: { locale, timeZone: "Europe/Berlin" },
    desk: { name: "Muster Support" },
    number: 10482,
  };
  const ours = { authorName: "Ann Beck", at };
  const said = {
    passed: errorPicture,
    written,
    "sent-on": written,
    told: w.told.resolved({ number: 10482 }),
  };
  const out = (["passed", "written", "sent-on", "told"] as const).map((kind) => ({
    template: `suppliers.mail ${kind}`,
    subject: w.subject({ number: 10482, subject }),
    body: <SupplierMail {...props} facts={facts} message={{ ...ours, kind, text: said[kind] }} />,
  }));
  const supplier = "Druckwerk AG";
  return [
    ...out,
    {
      template: "suppliers.mail no-contact",
      subject: w.subject({ number: 10482, subject }),
      body: (
        <SupplierMail
          {...props}
          facts={{ ...facts, mayContact: false }}
          message={{ ...ours, kind: "passed", text: errorPicture }}
        />
      ),
    },
    {
      template: "suppliers.answered",
      subject: w.toColleague.subject({ number: 10482, supplier }),
      body: (
        <AnsweredMail
          {...props}
          supplier={supplier}
          message={{ authorName: "Jörg Ößler", text: heard, at }}
          href="https://support.example.org/desk/tickets/10482"
        />
      ),
    },
  ];
};
