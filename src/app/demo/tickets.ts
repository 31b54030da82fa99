import type { DemoTicket } from "./story.ts";

export const tickets: readonly DemoTicket[] = [
  {
    type: "malfunction",
    by: "cy",
    cc: ["cora"],
    channel: "portal",
    hoursAgo: 26,
    subject: "Arbeitsvorbereitung: Stückliste wird beim Speichern doppelt angelegt",
    text: `Guten Tag,

seit dem Update auf 7.4.2 legt die Arbeitsvorbereitung beim Speichern jede Position der Stückliste zweimal an. Betroffen sind bisher drei Aufträge (A-118820, A-118824, A-118831). Bei kleinen Stücklisten unter zehn Positionen tritt es nicht auf.

Wir müssen die Aufträge heute Abend freigeben, sonst steht die Frühschicht.

Mit freundlichen Grüßen
Cyrill Hansen`,
    priority: "high",
    product: "Nordlicht ERP",
    productVersion: "7.4.2",
    steps: [
      { after: 9, by: "ann", does: "take" },
      {
        after: 6,
        by: "ann",
        does: "note",
        text: "Kann ich auf dem Testsystem nachstellen, sobald die Stückliste mehr als 10 Positionen hat. @Tom Wischnewski: riecht nach dem neuen Stapelspeichern aus 7.4.2.",
      },
      { after: 4, by: "ann", does: "start" },
      {
        after: 12,
        by: "ann",
        does: "ask",
        text: `Guten Tag Herr Hansen,

danke für die genaue Beschreibung, wir können das Verhalten nachstellen. Damit Ihre Frühschicht nicht wartet, würden wir die doppelten Positionen in den drei Aufträgen direkt in der Datenbank bereinigen.

Dürfen wir das heute bis 16 Uhr tun? Bitte speichern Sie die drei Aufträge bis dahin nicht mehr.

Freundliche Grüße
Ann Petersen`,
      },
      {
        after: 31,
        by: "cy",
        does: "answer",
        text: `Hallo Frau Petersen,

ja, bitte. Ich habe die Kollegen gebeten, die Aufträge nicht anzufassen. Frau Mühlenbruch ist ab 15 Uhr Ihre Ansprechpartnerin.

Viele Grüße
C. Hansen`,
      },
      {
        after: 40,
        by: "tom",
        does: "note",
        text: "Bereinigt. Ursache ist klar: Der Stapel wird bei > 10 Zeilen nach einem Timeout wiederholt. Fix kommt in 7.4.3.",
      },
      {
        after: 15,
        by: "ann",
        does: "reply",
        text: `Guten Tag Herr Hansen, guten Tag Frau Mühlenbruch,

die drei Aufträge sind bereinigt und können freigegeben werden. Die Ursache ist gefunden; die Korrektur liefern wir mit Version 7.4.3 aus. Bis dahin bitten wir Sie, Stücklisten mit mehr als zehn Positionen in zwei Schritten zu speichern.

Ich melde mich, sobald der Termin feststeht.

Freundliche Grüße
Ann Petersen`,
      },
    ],
  },
  {
    type: "service_request",
    by: "cora",
    channel: "mail",
    hoursAgo: 3,
    subject: "Zwei neue Zugänge für die Disposition",
    text: `Hallo zusammen,

zum 1. Dezember fangen bei uns zwei Kolleginnen in der Disposition an. Können Sie bitte Zugänge wie bei mir einrichten?

- Svetlana Abramowa
- Greta Thiele-Hausmann

Danke und viele Grüße
Cora Mühlenbruch`,
    steps: [],
  },
  {
    type: "service_call",
    by: "cy",
    channel: "telephone",
    hoursAgo: 70,
    subject: "Etikettendrucker in Halle 2 druckt verschobene Barcodes",
    text: "Herr Hansen ruft an: Der Etikettendrucker in Halle 2 druckt seit gestern alle Barcodes etwa 4 mm nach rechts verschoben. Rolle wurde bereits gewechselt. Rückruf unter der Hallennummer erbeten.",
    product: "Nordlicht Lager",
    productVersion: "7.4.1",
    steps: [
      { after: 5, by: "ben", does: "take" },
      {
        after: 55,
        by: "ben",
        does: "resolve",
        text: `Guten Tag Herr Hansen,

wie am Telefon besprochen: Die Vorlage stand noch auf 100 mm Etikettenbreite, die neuen Rollen haben 96 mm. Ich habe die Vorlage angepasst und einen Probedruck mit Ihnen geprüft.

Viele Grüße
Ben Achterberg`,
        result: "Etikettenvorlage auf 96 mm Breite gestellt.",
      },
      { after: 600, by: "cy", does: "close" },
    ],
  },
  {
    type: "malfunction",
    by: "eve",
    cc: ["raj"],
    channel: "mail",
    hoursAgo: 5,
    subject: "Nightly export to the customs portal stops after 4,096 rows",
    text: `Hello,

since Thursday our nightly export to the customs portal contains exactly 4,096 rows, however many shipments there were. Last night 1,310 were missing and our broker had to key them in by hand.

The log says "export finished" without any error. I attach nothing because there is nothing to attach – but I can give you access to the staging system.

Regards,
Eve Donoghue
Head of Operations, Brightwater Logistics`,
    priority: "blocker",
    product: "Nordlicht Freight",
    productVersion: "3.11.0",
    steps: [
      { after: 3, by: "ben", does: "take" },
      { after: 4, by: "ben", does: "start" },
      {
        after: 14,
        by: "ben",
        does: "reply",
        text: `Hello Eve,

thank you – that number is suspiciously round, and it helps a lot. I have started a complete export by hand; your broker should see the missing 1,310 rows within the hour. We are looking for the cause in parallel.

Please do give us access to staging: use the button "Grant access" in your settings and revoke it when we are done. I will remind you.

Kind regards,
Ben`,
      },
      {
        after: 21,
        by: "ben",
        does: "note",
        text: "Page size of the new paging cursor is 4096 and the loop stops when a page is full instead of when it is short. @Lea Sommerfeld, can you confirm with the export module? Customer has a release freeze, so we need a configuration workaround.",
      },
      {
        after: 66,
        by: "eve",
        does: "answer",
        text: "The broker confirms: all rows are there now. Thank you! Will tonight's export be complete as well?",
      },
    ],
  },
  {
    type: "service_request",
    by: "raj",
    channel: "portal",
    hoursAgo: 52,
    subject: "How do we archive shipments older than seven years?",
    text: `Hi team,

our auditors ask how shipments older than seven years are archived and who can still read them. Is there a setting, or is this something you do for us?

Best,
Rajesh`,
    steps: [
      { after: 40, by: "lea", does: "take" },
      {
        after: 20,
        by: "lea",
        does: "ask",
        text: `Hi Rajesh,

there is a setting: Administration → Retention → Archive after. It moves shipments to a read-only archive that only people with the role "Auditor" can open.

Before you switch it on: do your auditors need the original documents as PDF/A as well? Then we should change the document format first.

Best regards,
Lea`,
      },
    ],
  },
  {
    type: "malfunction",
    by: "olaf",
    channel: "portal",
    hoursAgo: 30,
    subject: "Zählerstände lassen sich nicht importieren („Spalte 7 unbekannt“)",
    text: `Sehr geehrte Damen und Herren,

beim Import der Zählerstände aus der Ablesung erscheint seit heute die Meldung „Spalte 7 unbekannt“. Die Datei kommt unverändert vom Ablesedienst, im Oktober hat sie noch funktioniert.

Mit freundlichen Grüßen
Olaf Brinkmann`,
    priority: "medium",
    product: "Nordlicht Versorger",
    productVersion: "12.0",
    steps: [
      { after: 75, by: "mona", does: "assign", to: "lea" },
      { after: 12, by: "lea", does: "start" },
      { after: 5, by: "lea", does: "hold" },
      {
        after: 1,
        by: "lea",
        does: "note",
        text: "Ablesedienst liefert seit November eine Spalte mehr (Obis-Kennzahl). Entwicklung ist dran, Termin folgt.",
      },
    ],
  },
  {
    type: "service_request",
    by: "nadine",
    channel: "mail",
    hoursAgo: 1,
    subject: "AW: Rechnung 2026-11-0384 – Bestellnummer fehlt",
    text: `Guten Tag,

auf der Rechnung 2026-11-0384 fehlt unsere Bestellnummer 4500 887 213. Ohne diese Nummer darf unsere Buchhaltung nicht zahlen. Können Sie uns bitte eine korrigierte Rechnung schicken?

Freundliche Grüße
Nadine Kessler-Wohlgemuth
Stadtwerke Lindenau AöR · Einkauf`,
    steps: [],
  },
  {
    type: "service_request",
    by: "paolo",
    channel: "portal",
    hoursAgo: 0.4,
    subject: "Kassenabschluss: Kann man den Beleg auch per Mail schicken lassen?",
    text: `Hallo,

unsere Filialleiter fragen, ob der Kassenabschluss nach dem Buchen automatisch per Mail an die Zentrale gehen kann. Im Handbuch haben wir nichts gefunden.

Viele Grüße
Paolo Kranz`,
    steps: [],
  },
  {
    type: "malfunction",
    by: "paolo",
    channel: "mail",
    hoursAgo: 190,
    subject: "Waage an Kasse 3 meldet sporadisch „kein Stillstand“",
    text: `Moin,

die Waage an Kasse 3 meldet zwei- bis dreimal am Tag „kein Stillstand“, obwohl nichts darauf liegt. Neustart hilft für eine Stunde.

Paolo Kranz`,
    priority: "low",
    product: "Nordlicht Kasse",
    productVersion: "5.2",
    steps: [
      { after: 45, by: "ann", does: "take" },
      {
        after: 20,
        by: "ann",
        does: "ask",
        text: "Hallo Herr Kranz,\n\nsteht die Waage seit Kurzem in der Nähe einer Lüftung oder einer Kühlung? Ein Luftzug reicht für diese Meldung schon aus.\n\nFreundliche Grüße\nAnn Petersen",
      },
      {
        after: 1500,
        by: "paolo",
        does: "answer",
        text: "Volltreffer – die neue Kühltheke bläst genau darauf. Wir haben ein Blech davor gesetzt, seitdem ist Ruhe. Danke!",
      },
      {
        after: 30,
        by: "ann",
        does: "resolve",
        text: "Wunderbar, das freut mich! Dann schließe ich den Vorgang ab. Melden Sie sich gern, falls es wiederkommt.\n\nFreundliche Grüße\nAnn Petersen",
        result: "Luftzug der neuen Kühltheke; Blech angebracht.",
      },
    ],
  },
  {
    type: "service_request",
    by: "marta",
    channel: "portal",
    hoursAgo: 96,
    subject: "Schulung für die neue Zeiterfassung im Januar",
    text: `Liebes Nordlicht-Team,

wir möchten im Januar etwa 25 Kolleginnen und Kollegen in der neuen Zeiterfassung schulen, am liebsten in zwei Gruppen vor Ort. Welche Termine können Sie anbieten, und was kostet das?

Herzliche Grüße
Marta Hansen-Oyelaran`,
    steps: [
      { after: 120, by: "mona", does: "take" },
      {
        after: 35,
        by: "mona",
        does: "ask",
        text: "Liebe Frau Hansen-Oyelaran,\n\ngern. Frei wären der 12./13. und der 20./21. Januar, jeweils 9 bis 12 und 13 bis 16 Uhr. Ein Tag vor Ort mit zwei Gruppen kostet 1.480 € zuzüglich Anfahrt.\n\nPasst eines der Paare?\n\nHerzliche Grüße\nMona Feldhusen",
      },
      {
        after: 1300,
        by: "marta",
        does: "answer",
        text: "Der 20. passt uns am besten. Bitte schicken Sie das Angebot an einkauf@hansen-maschinen.example, Bestellung folgt.",
      },
    ],
  },
];
