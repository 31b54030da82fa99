import { expect, test } from "vitest";
import { fold } from "./fold.ts";

/** What could be taken for old words, a signature or a program's line, and is what the person wants to say. */
test.each<[string, string, string?]>([
  ["a server that wrote", "On Monday the server wrote: out of memory\nand then it stopped."],
  [
    "a server that wrote, dated",
    "On Monday, 3 Nov 2026 at 14:05 the server wrote:\n\nout of memory\n\nWhat should we do?",
  ],
  ["a log in German", "Am 3.11.2026 um 14:05 schrieb der Server ins Log:\n\nout of memory\n\nWas tun?"],
  ["a colleague's words", "Am 3.11.2026 um 14:05 schrieb mir Ihr Kollege:\n\nBitte warten.\n\nWie lange noch?"],
  [
    "a colleague's words, otherwise",
    "Ihr Kollege hat am 03.11.2026 um 14:05 geschrieben:\n\nBitte warten.\n\nWie lange?",
  ],
  [
    "your colleague in French",
    "Le 3 novembre 2026 à 14:05, votre collègue a écrit :\n\nAttendez.\n\nCombien de temps ?",
  ],
  ["your colleague in Spanish", "El 3 de noviembre de 2026 a las 14:05 su colega me escribió:\n\nEspere.\n\n¿Cuánto?"],
  ["your colleague in Italian", "Il 3 novembre 2026 alle 14:05 il vostro collega ha scritto:\n\nAspetti.\n\nQuanto?"],
  ["your colleague in Dutch", "Op 3 november 2026 om 14:05 schreef uw collega:\n\nWacht.\n\nHoe lang?"],
  ["my colleague in Polish", "W dniu 3 listopada 2026 o 14:05 mój kolega napisał:\n\nCzekać.\n\nJak długo?"],
  [
    "one's own earlier words",
    "Ich habe am 3.11.2026 um 14:05 an <support@muster.example> geschrieben:\n\nBitte.\n\nWarum?",
  ],
  [
    "one's own words in English",
    "I wrote on 3 Nov 2026 at 14:05 to <support@muster.example>:\n\nplease\n\nNo answer yet.",
  ],
  [
    "a log with addresses",
    "Im Log:\n2026-11-03 14:05:12 to=<ann@muster.example>, relay=mx, said:\n550 no such user\n\nUnd nun?",
  ],
  ["a name behind a word", "Von: Müller ist das Problem\nAn: der Leitung liegt es nicht."],
  ["words like those of headers", "From: this point on nothing works\nTo: be honest I do not know\nSubject: complex"],
  ["prompts", "Ich habe das eingegeben:\n\n> SELECT 1;\n> SELECT 2;\n\nund es kam nichts."],
  ["prompts at the end", "Ich habe das eingegeben:\n\n> SELECT 1;\n> SELECT 2;"],
  ["a comparison", "Wenn a\n> b ist, dann kommt der Fehler."],
  [
    "a form",
    "Neue Anfrage:\n\nVon: Cy <cy@kunde.example>\nDatum: 3.11.2026 14:05\nAn: Lager\nBetreff: X\n\nBitte.",
    "Anfrage",
  ],
  [
    "a form that begins with something else",
    "Name: Cy\nVon: 22.11.2026\nBis: 25.11.2026\nAn: Standort Köln\nBetreff: Urlaub\nDatum: 22.11.2026\n\nBitte eintragen.",
    "Re: Urlaub",
  ],
  ["lists between dashes", "Die Liste:\n--\nA\nB\nC\n--\nD"],
  ["a form for a table", "Termine:\nDatum: 3.11.2026\nVon: 14:05\nBis: 15:00\nAn: Cy\nBetreff: Treffen"],
  [
    "headers that are asked about",
    "Was ist das?\n\nFrom: a@x.example\nTo: b@y.example\nSubject: Z\nDate: Mon, 2 Nov 2026 10:00\n\nSpam?",
    "Frage",
  ],
  [
    "a template",
    "Please fix our template:\nFrom: Company\nTo: Customer\nDate: today\nSubject: Invoice\nIt is wrong.",
    "Template",
  ],
  ["settings", "config:\n---\nfrom: a@b.example\nto: c@d.example\nsubject: test\n---\nGeht nicht."],
  ["weak marks in a mail that answers none", "Ann wrote:\n\n> Which version?\n\nWhat does she mean?", "Question"],
  [
    "answers in capitals",
    "Meine Antworten stehen unten in GROSS.\n\nVon: A <a@b.example>\nGesendet: 3. November 2026 14:05\nAn: C\nBetreff: X\n\nWelche?\nVERSION 4.2",
  ],
  [
    "answers in the text",
    "Antworten anbei im Text.\n\nVon: A <a@b.example>\nGesendet: 3. November 2026 14:05\nAn: C\nBetreff: X\n\nWelche?\n[CY] 4.2",
  ],
  [
    "answers in Dutch",
    "Mijn antwoorden staan in het rood.\n\nVan: A <a@b.example>\nVerzonden: 3 november 2026 14:05\nAan: C\nOnderwerp: X\n\nWelke?\n4.2",
  ],
  ["a desk that is no device", "Here is another email\n\nSent from my desk, is much easier then my mobile phone."],
  [
    "long thoughts below dashes",
    "Zwei Dinge.\n\n--\nErstens geht der Export nicht, obwohl wir alles nach Anleitung gemacht haben.\nZweitens fehlt der Import.",
  ],
  [
    "regards that are told",
    "Viele Grüße von meinem Chef soll ich ausrichten.\nTel. 030 1234 ist kaputt.\nwww.muster.example auch.",
  ],
  [
    "a postscript",
    "Danke.\n\nMit freundlichen Grüßen\nCy Kunde\nTel. 030 1234567\nwww.kunde.example\n\nPS: Der Drucker geht auch nicht.",
  ],
  [
    "a question below the name",
    "Danke.\n\nViele Grüße\nCy\n\nErreichen Sie mich unter +49 30 1234567 oder www.kunde.example?",
  ],
  [
    "a sentence below the name",
    "Danke.\n\nViele Grüße\nCy\n\nDie Nummer ist falsch, richtig ist Tel. 030 1234567 bei www.kunde.example.",
  ],
  ["a postscript below the delimiter", "Danke.\n\n-- \nCy Kunde\n\nPS: Bitte bis Freitag."],
  ["a name and a company", "Danke!\n\nViele Grüße\nCy Kunde\nKunde GmbH"],
  [
    "something confidential",
    "Hallo,\n\ndiese Nachricht ist vertraulich und nur für den Empfänger bestimmt: Herr Meyer hat gekündigt. Bitte sperren Sie seinen Zugang.",
  ],
  [
    "a mistake",
    "Diese E-Mail war vertraulich und nur für den Empfänger bestimmt, ging aber an alle. Wie rufe ich sie zurück?",
  ],
])("shows %s", (_name, text, subject = "Re: Export") => {
  expect(fold({ text, subject })).toEqual({ text, quoted: "", signature: "" });
});

const closings: Record<string, [said: string, address: string]> = {
  German: [
    "Es geht.\n\nMit freundlichen Grüßen\n\nCy Kunde",
    "Leiter Einkauf\n\nKunde GmbH\nMusterstraße 12\n50667 Köln\nTel.: +49 221 123456\nwww.kunde.example\n\nGeschäftsführer: Dan Kunde\nAmtsgericht Köln HRB 12345",
  ],
  "German from somewhere": ["Es geht.\n\nViele Grüße aus Köln\nCy", "Tel. 0221 123456\ncy@kunde.example"],
  English: [
    "It works.\n\nKind regards,\n\nCy Client",
    "Head of IT | Client Ltd\nT: +44 20 7946 0000\nhttps://client.example",
  ],
  French: ["Merci.\n\nCordialement,\nCy", "Client SARL\n12 rue de la Paix\n75002 Paris\nTél. : +33 1 23 45 67 89"],
  Spanish: ["Gracias.\n\nUn saludo,\nCy", "Tel. +34 91 123 45 67\nwww.cliente.example"],
  Italian: ["Grazie.\n\nCordiali saluti\nCy", "Via Roma 12\n20121 Milano\nTel. 02 1234567"],
  Dutch: ["Dank.\n\nMet vriendelijke groet,\n\nCy", "Klant BV\nT 020 1234567\nwww.klant.example"],
  Polish: ["Dzięki.\n\nPozdrawiam\nCy", "ul. Prosta 1\n00-001 Warszawa\ntel. +48 22 123 45 67"],
  "a disclaimer": [
    "It works.\n\nRegards\nCy",
    "This email and any attachments are confidential and intended solely for the person to whom it is addressed.\nIf you are not the intended recipient, please notify the sender.",
  ],
  "a disclaimer in two languages": [
    "Es geht.\n\nGruß\nCy",
    "Diese E-Mail enthält vertrauliche Informationen.\nWenn Sie nicht der richtige Adressat sind, informieren Sie bitte den Absender.\n\nThis e-mail may contain confidential information. If you are not the intended recipient please notify the sender.",
  ],
  "a word for the woods": ["It works.\n\nCy", "Please consider the environment before printing this email."],
  "two signatures, of which one is the server's": [
    "It works.\n\nCy",
    "-- \nCy Client\nClient Ltd\n\n-- \nThis message has been scanned for viruses.",
  ],
  "all of it": [
    "Es geht.\n\nMit freundlichen Grüßen\nCy Kunde",
    "Kunde GmbH · Musterweg 1 · 50667 Köln\nTel. +49 221 1234\n\nDiese E-Mail ist vertraulich und nur für den Empfänger bestimmt. Sind Sie nicht der Adressat, löschen Sie sie bitte.\n\nVon meinem iPhone gesendet",
  ],
};

test.each(Object.entries(closings))("folds below greeting and name: %s", (_name, [said, address]) => {
  expect(fold({ text: `${said}\n\n${address}`, subject: "Export" })).toEqual({
    text: said,
    quoted: "",
    signature: address,
  });
});
