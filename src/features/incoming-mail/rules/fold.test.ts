import fc from "fast-check";
import { expect, test } from "vitest";
import { workTime } from "../../../../test/support/work-time.ts";
import { fold } from "./fold.ts";

const cut = (text: string, subject = "Re: Export") => fold({ text, subject });

test.each([
  ["French", "Merci !\n\nLe mar. 3 nov. 2026 à 14:05, Muster <s@m.example> a écrit :\n> Bonjour", "Merci !"],
  ["Spanish", "Gracias\n\nEl mar, 3 nov 2026 a las 14:05, Muster (<s@m.example>) escribió:\n> Hola", "Gracias"],
  ["Italian", "Grazie\n\nIl giorno mar 3 nov 2026 alle ore 14:05 Muster <s@m.example> ha scritto:\n> Ciao", "Grazie"],
  ["Dutch", "Dank\n\nOp di 3 nov 2026 om 14:05 schreef Muster <s@m.example>:\n> Hallo", "Dank"],
  ["Polish", "Dzięki\n\nW dniu 3.11.2026 o 14:05, Muster pisze:\n> Witam", "Dzięki"],
  ["Yahoo", "Danke\n\nMuster <s@m.example> schrieb am 14:05 Dienstag, 3.November 2026:\n\nHallo", "Danke"],
  [
    "Outlook for Mac",
    "Danke\n\nVon: Muster <s@m.example>\nDatum: Dienstag, 3. November 2026 um 14:05\nAn: Cy\nBetreff: X\n\nHallo",
    "Danke",
  ],
  ["Outlook in bold", "Danke\n\n*Von:* Muster\n*Gesendet:* Dienstag\n*An:* Cy\n*Betreff:* X\n\nHallo", "Danke"],
  [
    "an introduction over three lines",
    "Danke\n\nAm Dienstag, dem 3. November 2026 um 14:05 Uhr\nschrieb Muster Support, Abteilung Eins\n<s@m.example>:\n\n> Hallo",
    "Danke",
  ],
  ["quoted lines alone", "Danke\n\n> Hallo\n> Welt", "Danke"],
])("folds what is repeated: %s", (_name, text, expected) => {
  const folded = cut(text);
  expect(folded.text).toBe(expected);
  expect(folded.quoted).not.toBe("");
});

test.each([
  ["a sentence with schrieb", "Am Montag schrieb mir Ihr Kollege folgendes:\n\nBitte warten Sie.\n\nWie lange noch?"],
  ["a sentence with wrote", "On Monday your colleague wrote:\n\nPlease wait.\n\nHow long?"],
  ["a single field", "Von: hier aus geht es nicht.\nBitte helfen Sie."],
  ["a command line", "Ich rufe auf:\n\n  tool -- --all\n\nDann kommt ein Fehler."],
  ["a list with dashes", "-- eins\n-- zwei\n-- drei"],
  [
    "a forward",
    "Bitte ansehen\n\n---------- Forwarded message ---------\nVon: Eve <e@x.example>\nDate: Di, 3. Nov\nSubject: Vertrag\nTo: Ann\n\nWann endet er?",
  ],
  [
    "answers inside of the old words",
    "Siehe unten in rot.\n\nVon: Muster\nGesendet: Dienstag\nAn: Cy\nBetreff: X\n\nWelche Version? 4.2",
  ],
  ["nothing but a quotation", "> Hallo\n> Welt"],
  ["a line about sending", "Gesendet von Hand, aber nie angekommen, was tun?"],
])("shows what might be somebody's own words: %s", (_name, text) => {
  expect(cut(text)).toEqual({ text, quoted: "", signature: "" });
});

test("a forward is known by its subject, too", () => {
  const text = "Bitte ansehen\n\nVon: Eve\nGesendet: Montag\nAn: Ann\nBetreff: Vertrag\n\nWann endet er?";
  expect(cut(text, "WG: Vertrag").text).toBe(text);
  expect(cut(text, "AW: Vertrag").text).toBe("Bitte ansehen");
});

test.each([
  ["-- \nCy Kunde\nKunde GmbH", "-- \nCy Kunde\nKunde GmbH"],
  ["Gesendet mit der GMX iPhone App", "Gesendet mit der GMX iPhone App"],
  ["Sent from my Galaxy", "Sent from my Galaxy"],
  ["Holen Sie sich Outlook für iOS<https://aka.ms/o0ukef>", "Holen Sie sich Outlook für iOS<https://aka.ms/o0ukef>"],
  [
    "Diese Nachricht wurde von meinem Android-Gerät mit WEB.DE Mail gesendet.",
    "Diese Nachricht wurde von meinem Android-Gerät mit WEB.DE Mail gesendet.",
  ],
])("folds the signature %j", (signature, expected) => {
  expect(cut(`Es geht wieder.\n\n${signature}`)).toEqual({ text: "Es geht wieder.", quoted: "", signature: expected });
});

test("a greeting with the name below stays: it is the sender's own", () => {
  expect(cut("Danke!\n\nViele Grüße\nCy Kunde\nKunde GmbH").text).toBe("Danke!\n\nViele Grüße\nCy Kunde\nKunde GmbH");
});

const line = fc.oneof(
  fc.string({ maxLength: 60 }).map((text) => text.replace(/\s/g, " ")),
  fc.constantFrom(
    "> zitiert",
    ">> zweimal",
    "",
    "-- ",
    "--",
    "Von: Ann <a@b.example>",
    "Gesendet: Dienstag",
    "An: Cy",
    "Betreff: X",
    "Am 3. Nov. 2026 um 14:05 schrieb Ann <a@b.example>:",
    "On Tue wrote:",
    "________________________________",
    "-----Original Message-----",
    "Sent from my iPhone",
    "siehe unten",
  ),
);

test("whatever the text is, nothing of it is lost and something is shown", () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom("Re: X", "WG: X", ""), (lines, subject) => {
      const text = lines.join("\n");
      const folded = fold({ text, subject });
      const seen = [folded.text, folded.quoted, folded.signature]
        .join("\n")
        .split("\n")
        .map((each) => each.trim());
      for (const each of lines.map((part) => part.trim()).filter(Boolean)) expect(seen).toContain(each);
      expect(folded.text === "").toBe(text.trim() === "");
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["On ".repeat(40_000)],
  ["Am 3. Nov. 2026 schrieb ".repeat(5_000)],
  ["On Tue\n".repeat(50_000)],
  ["> ".repeat(100_000)],
  [`${"a".repeat(200_000)}:`],
  ["Von: x\n".repeat(30_000)],
  [`Am ${" ".repeat(200_000)}schrieb`],
  ["-".repeat(200_000)],
  [`-${" ".repeat(90)}\n`.repeat(3_000)],
  [`Words\n\nKind regards\n${"a".repeat(200_000)}`],
  [`Words\n\n${"This message is confidential, for the intended recipient. ".repeat(4_000)}`],
  ["Kind regards\n".repeat(20_000)],
  ["Am 3.11.2026 14:05 ann@muster.example:\n".repeat(10_000)],
])("stays fast on text made to be slow (%#)", async (text) => {
  expect(await workTime(() => fold({ text, subject: "" }))).toBeLessThan(500);
});
