import { describe, expect, test } from "vitest";
import { fold } from "./fold.ts";

const cut = (text: string, subject = "Re: Export") => fold({ text, subject });
const own = "Es geht wieder.\nVielen Dank!";

/** What programs write above what they repeat, by program and language. */
const introductions: Record<string, string> = {
  "Gmail de": "Am Di., 3. Nov. 2026 um 14:05 Uhr schrieb Ann Meyer <ann@muster.example>:",
  "Gmail en": "On Tue, Nov 3, 2026 at 2:05 PM Ann Meyer <ann@muster.example> wrote:",
  "Gmail en, broken": "On Tue, Nov 3, 2026 at 2:05 PM Ann Meyer <\nann@muster.example> wrote:",
  "Gmail en, broken twice":
    "On Tue, Nov 3, 2026 at 2:05 PM\nAnn Meyer, Support of the Muster Company\n<ann@muster.example>\nwrote:",
  "Gmail fr": "Le mar. 3 nov. 2026 à 14:05, Ann Meyer <ann@muster.example> a écrit :",
  "Gmail es": "El mar, 3 nov 2026 a las 14:05, Ann Meyer (<ann@muster.example>) escribió:",
  "Gmail it": "Il giorno mar 3 nov 2026 alle ore 14:05 Ann Meyer <ann@muster.example> ha scritto:",
  "Gmail nl": "Op di 3 nov 2026 om 14:05 schreef Ann Meyer <ann@muster.example>:",
  "Gmail pl": "wt., 3 lis 2026 o 14:05 Ann Meyer <ann@muster.example> napisał(a):",
  "Gmail pt-BR": "Em ter., 3 de nov. de 2026 às 14:05, Ann Meyer <ann@muster.example> escreveu:",
  "Gmail pt": "Ann Meyer <ann@muster.example> escreveu (terça, 3/11/2026 à(s) 14:05):",
  "Gmail da": "Den tir. 3. nov. 2026 kl. 14.05 skrev Ann Meyer <ann@muster.example>:",
  "Gmail no": "tir. 3. nov. 2026 kl. 14:05 skrev Ann Meyer <ann@muster.example>:",
  "Gmail sv": "Den tis 3 nov. 2026 kl 14:05 skrev Ann Meyer <ann@muster.example>:",
  "Gmail fi": "ti 3. marrask. 2026 klo 14.05 Ann Meyer (ann@muster.example) kirjoitti:",
  "Gmail cs": "út 3. 11. 2026 v 14:05 odesílatel Ann Meyer <ann@muster.example> napsal:",
  "Gmail hu": "Ann Meyer <ann@muster.example> ezt írta (időpont: 2026. nov. 3., K, 14:05):",
  "Gmail ro": "mar., 3 nov. 2026 la 14:05, Ann Meyer <ann@muster.example> a scris:",
  "Gmail ru": "вт, 3 нояб. 2026 г. в 14:05, Ann Meyer <ann@muster.example>:",
  "Gmail tr": "Ann Meyer <ann@muster.example>, 3 Kas 2026 Sal, 14:05 tarihinde şunu yazdı:",
  "Gmail ja": "2026年11月3日(火) 14:05 Ann Meyer <ann@muster.example>:",
  "Gmail zh": "Ann Meyer <ann@muster.example> 于2026年11月3日周二 14:05写道：",
  "Gmail ko": "2026년 11월 3일 (화) 14:05, Ann Meyer <ann@muster.example>님이 작성:",
  "Gmail, old": "2026-11-03 14:05 GMT+01:00 Ann Meyer <ann@muster.example>:",
  "Apple Mail de": "Am 03.11.2026 um 14:05 schrieb Ann Meyer <ann@muster.example>:",
  "Apple Mail en": "On 3 Nov 2026, at 14:05, Ann Meyer <ann@muster.example> wrote:",
  "Apple Mail fr": "Le 3 nov. 2026 à 14:05, Ann Meyer <ann@muster.example> a écrit :",
  "Apple Mail it": "Il giorno 3 nov 2026, alle ore 14:05, Ann Meyer <ann@muster.example> ha scritto:",
  "Apple Mail nl": "Op 3 nov. 2026 om 14:05 heeft Ann Meyer <ann@muster.example> het volgende geschreven:",
  "Apple Mail pl": "Wiadomość napisana przez Ann Meyer <ann@muster.example> w dniu 03.11.2026, o godz. 14:05:",
  "Thunderbird de": "Am 03.11.26 um 14:05 schrieb Ann Meyer:",
  "Thunderbird en": "On 11/3/26 2:05 PM, Ann Meyer wrote:",
  "Thunderbird pl": "W dniu 3.11.2026 o 14:05, Ann Meyer pisze:",
  "Thunderbird sv": "Den 2026-11-03 kl. 14:05, skrev Ann Meyer:",
  "Yahoo de": "Ann Meyer <ann@muster.example> schrieb am 14:05 Dienstag, 3.November 2026:",
  "Open-Xchange": "Ann Meyer <ann@muster.example> hat am 03.11.2026 14:05 CET geschrieben:",
  "Lotus Notes": "Ann Meyer/Muster@Muster wrote on 03.11.2026 14:05:00:",
  "Gmail, older": "2026/11/3 Ann Meyer <ann@muster.example>:",
  "Gmail, old, broken": "2026-11-03 14:05 GMT+01:00 Ann Meyer <\nann@muster.example>:",
  "K-9": "Am 3. November 2026 14:05:12 MEZ schrieb Ann Meyer <ann@muster.example>:",
  FairEmail: "3 Nov 2026 14:05:12 Ann Meyer <ann@muster.example>:",
  "163.com": 'At 2026-11-03 14:05:12, "Ann Meyer" <ann@muster.example> wrote:',
  "Gmail vi": "Vào 14:05, 3 thg 11, 2026, Ann Meyer <ann@muster.example> đã viết:",
  GroupWise: '>>> "Ann Meyer" <ann@muster.example> 03.11.2026 14:05 >>>',
  Zoho: "---- On Tue, 03 Nov 2026 14:05:00 +0100 Ann Meyer <ann@muster.example> wrote ----",
  Horde: "Zitat von Ann Meyer <ann@muster.example>:",
  Proton: "On Tuesday, November 3rd, 2026 at 2:05 PM, Ann Meyer <ann@muster.example> wrote:",
  "Apple Mail pt": "No dia 3/11/2026, às 14:05, Ann Meyer <ann@muster.example> escreveu:",
  "Apple Mail fi": "Ann Meyer <ann@muster.example> kirjoitti 3.11.2026 kello 14.05:",
  "Apple Mail cs": "3. 11. 2026 v 14:05, Ann Meyer <ann@muster.example>:",
  "Apple Mail tr": "Ann Meyer <ann@muster.example> şunları yazdı (3 Kas 2026 14:05):",
  "Thunderbird pt": "Às 14:05 de 03/11/26, Ann Meyer escreveu:",
  "Thunderbird cs": "Dne 03. 11. 26 v 14:05 Ann Meyer napsal(a):",
  "Thunderbird ru": "03.11.2026 14:05, Ann Meyer пишет:",
  "Thunderbird hu": "2026. 11. 03. 14:05 keltezéssel, Ann Meyer írta:",
  "Thunderbird ca": "El 3/11/26 a les 14:05, Ann Meyer ha escrit:",
  "Yahoo, older": "--- On Tue, 11/3/26, Ann Meyer <ann@muster.example> wrote:",
  Zimbra: "----- Am 3. Nov 2026 um 14:05 schrieb Ann Meyer ann@muster.example:",
  mutt: "* Ann Meyer <ann@muster.example> [2026-11-03 14:05]:",
  Gnus: "Ann Meyer <ann@muster.example> writes:",
  "Notes fr": "Ann Meyer/Muster a écrit sur 03/11/2026 14:05:00 :",
  Tutanota: "3. Nov. 2026, 14:05 von ann@muster.example:",
  "Tutanota en": "Nov 3, 2026, 14:05 by ann@muster.example:",
  "a name with an article": "Am 03.11.26 um 14:05 schrieb Ann von der Heide:",
  "Proton de": "Ann Meyer <ann@muster.example> schrieb am Dienstag, 3. November 2026 um 14:05:",
};

describe.each(Object.entries(introductions))("introduced as by %s", (_program, introduction) => {
  test.each([
    ["with marks", "> Welche Version?\n>\n> Ann"],
    ["without marks", "Welche Version?\n\nAnn"],
    ["after an empty line", "\n> Welche Version?"],
  ])("folds what stands below %s", (_name, old) => {
    expect(cut(`${own}\n\n${introduction}\n${old}`)).toMatchObject({
      text: own,
      quoted: `${introduction}\n${old}`.trim(),
    });
  });

  test("shows answers that stand below and between what is repeated", () => {
    expect(cut(`${introduction}\n> Welche Version?\n\n${own}`).text).toBe(own);
    const inline = `${introduction}\n> Welche Version?\n\nDie 4.2.\n\n> Seit wann?\n\nSeit gestern.`;
    expect(cut(inline).text).toBe(inline);
  });
});

/** The block of headers that programs put above what they repeat. */
const blocks: Record<string, string> = {
  "Outlook de":
    "Von: Ann Meyer <ann@muster.example>\nGesendet: Dienstag, 3. November 2026 14:05\nAn: Cy\nBetreff: Export",
  "Outlook en":
    "From: Ann Meyer <ann@muster.example>\nSent: Tuesday, November 3, 2026 2:05 PM\nTo: Cy\nSubject: Export",
  "Outlook fr": "De : Ann Meyer <ann@muster.example>\nEnvoyé : mardi 3 novembre 2026 14:05\nÀ : Cy\nObjet : Export",
  "Outlook es":
    "De: Ann Meyer <ann@muster.example>\nEnviado el: martes, 3 de noviembre de 2026 14:05\nPara: Cy\nAsunto: Export",
  "Outlook it": "Da: Ann Meyer <ann@muster.example>\nInviato: martedì 3 novembre 2026 14:05\nA: Cy\nOggetto: Export",
  "Outlook nl":
    "Van: Ann Meyer <ann@muster.example>\nVerzonden: dinsdag 3 november 2026 14:05\nAan: Cy\nOnderwerp: Export",
  "Outlook pl": "Od: Ann Meyer <ann@muster.example>\nWysłano: wtorek, 3 listopada 2026 14:05\nDo: Cy\nTemat: Export",
  "Outlook pt": "De: Ann Meyer <ann@muster.example>\nEnviado: 3 de novembro de 2026 14:05\nPara: Cy\nAssunto: Export",
  "Outlook da": "Fra: Ann Meyer <ann@muster.example>\nSendt: 3. november 2026 14:05\nTil: Cy\nEmne: Export",
  "Outlook sv": "Från: Ann Meyer <ann@muster.example>\nSkickat: den 3 november 2026 14:05\nTill: Cy\nÄmne: Export",
  "Outlook fi":
    "Lähettäjä: Ann Meyer <ann@muster.example>\nLähetetty: 3. marraskuuta 2026 14:05\nVastaanottaja: Cy\nAihe: Export",
  "Outlook cs":
    "Od: Ann Meyer <ann@muster.example>\nOdesláno: úterý 3. listopadu 2026 14:05\nKomu: Cy\nPředmět: Export",
  "Outlook ru": "От: Ann Meyer <ann@muster.example>\nОтправлено: 3 ноября 2026 г. 14:05\nКому: Cy\nТема: Export",
  "Outlook zh": "发件人: Ann Meyer <ann@muster.example>\n发送时间: 2026年11月3日 14:05\n收件人: Cy\n主题: Export",
  "Outlook ja": "差出人: Ann Meyer <ann@muster.example>\n送信日時: 2026年11月3日 14:05\n宛先: Cy\n件名: Export",
  Hotmail: "Subject: Export\nFrom: ann@muster.example\nDate: Tue, 3 Nov 2026 14:05:00 +0100\nTo: cy@kunde.example",
  Seznam: "Od: Ann Meyer <ann@muster.example>\nKomu: cy@kunde.example\nDatum: 3. 11. 2026 14:05:12\nPředmět: Export",
  QQ: '发件人: "Ann"<ann@muster.example>;\n发送时间: 2026年11月3日 14:05\n收件人: "Cy"<cy@kunde.example>;\n主题: Export',
  "Outlook, bold":
    "*Von:* Ann Meyer <ann@muster.example>\n*Gesendet:* Dienstag, 3. November 2026 14:05\n*An:* Cy\n*Betreff:* Export",
  "Outlook with CC":
    "Von: Ann Meyer\nGesendet: Dienstag, 3. November 2026 14:05\nAn: Cy\nCc: Cora\nBetreff: Export\nPriorität: Hoch",
  "Outlook for Mac":
    "Von: Ann Meyer <ann@muster.example>\nDatum: Dienstag, 3. November 2026 um 14:05\nAn: Cy\nBetreff: Export",
  "GMX and web.de":
    'Gesendet: Dienstag, 03. November 2026 um 14:05 Uhr\nVon: "Ann Meyer" <ann@muster.example>\nAn: cy@gmx.example\nBetreff: Export',
  "in one line":
    "Von: Ann Meyer <ann@muster.example> Gesendet: Dienstag, 3. November 2026 14:05 An: Cy Betreff: Export",
  "Outlook ro":
    "De la: Ann Meyer <ann@muster.example>\nTrimis: marți, 3 noiembrie 2026 14:05\nCătre: Cy\nSubiect: Export",
  "Outlook bg": "От: Ann Meyer <ann@muster.example>\nИзпратено: 3 ноември 2026 г. 14:05\nДо: Cy\nОтносно: Export",
  "Outlook sl": "Od: Ann Meyer <ann@muster.example>\nPoslano: 03. november 2026 14:05\nZa: Cy\nZadeva: Export",
  "Outlook lt": "Nuo: Ann Meyer <ann@muster.example>\nIšsiųsta: 2026 m. lapkričio 3 d. 14:05\nKam: Cy\nTema: Export",
  "Outlook he": "מאת: Ann Meyer <ann@muster.example>\nנשלח: 3 נובמבר 2026 14:05\nאל: Cy\nנושא: Export",
  AOL: "Von: Ann Meyer <ann@muster.example>\nAn: cy <cy@aol.example>\nVerschickt: Di, 3. Nov. 2026 14:05\nBetreff: Export",
  Lotus: "Von:        Ann Meyer/Muster\nAn:        Cy\nDatum:        03.11.2026 14:05\nBetreff:        Export",
};
const lines = [
  "",
  "________________________________\n",
  "-----Original Message-----\n",
  "-----Ursprüngliche Nachricht-----\n",
  "-------- Message d'origine --------\n",
  "------ Originalnachricht ------\n",
  "-----Oorspronkelijk bericht-----\n",
  "-----Messaggio originale-----\n",
  "-----Ursprüngliche Mitteilung-----\n",
  "----- Original Nachricht ----\n",
  "-------- Oryginalna wiadomość --------\n",
  "‐‐‐‐‐‐‐ Original Message ‐‐‐‐‐‐‐\n",
];

describe.each(Object.entries(blocks))("headers as by %s", (_program, block) => {
  test.each(lines)("fold what stands below, with %j above", (line) => {
    const old = `${line}${block}\n\nWelche Version?\n\nAnn`;
    expect(cut(`${own}\n\n${old}`)).toEqual({ text: own, quoted: old, signature: "" });
  });

  test("are shown where the mail is a forward", () => {
    const text = `Bitte kümmern.\n\n${block}\n\nWelche Version?`;
    for (const subject of ["WG: Export", "Fwd: Export", "FW: Export", "TR: Export"])
      expect(cut(text, subject)).toEqual({ text, quoted: "", signature: "" });
  });
});

test.each([
  "Von meinem iPhone gesendet",
  "Von meinem iPad gesendet",
  "Sent from my iPhone",
  "Sent from my Samsung Galaxy smartphone.",
  "Sent from Outlook for Android<https://aka.ms/AAb9ysg>",
  "Get Outlook for iOS<https://aka.ms/o0ukef>",
  "Holen Sie sich Outlook für Android",
  "Gesendet mit der Telekom Mail App",
  "Gesendet von Mail für Windows",
  "Sent from Mail for Windows 10",
  "Sent with Proton Mail secure email.",
  "Diese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.",
  "Envoyé de mon iPhone",
  "Envoyé depuis mon mobile Orange",
  "Enviado desde mi iPhone",
  "Enviado do meu iPhone",
  "Inviato da iPhone",
  "Inviato dal mio dispositivo Samsung",
  "Verstuurd vanaf mijn iPhone",
  "Wysłane z iPhone'a",
  "Sendt fra min iPhone",
  "Skickat från min iPhone",
  "Lähetetty iPhonesta",
  "Отправлено с iPhone",
  "iPhoneから送信",
  "Von meinem Smartphone gesendet (bitte Tippfehler entschuldigen)",
  "Sent from my Verizon, Samsung Galaxy smartphone",
  "Sent from my iPhone, please excuse typos",
  "Sent from Mail<https://go.microsoft.com/fwlink/?LinkId=550986> for Windows 10",
  "Envoyé avec la messagerie sécurisée Proton Mail.",
  "Obtenir Outlook pour iOS<https://aka.ms/o0ukef>",
  "Outlook voor iOS downloaden<https://aka.ms/o0ukef>",
  "Wysłano z mojego telefonu",
  "Skaffa Outlook för iOS<https://aka.ms/o0ukef>",
  "Virenfrei. www.avast.com<https://www.avast.com/sig-email>",
  "Diese E-Mail wurde von Avast Antivirus-Software auf Viren geprüft.\nwww.avast.com",
  "--\nDiese Nachricht wurde von meinem Android Mobiltelefon mit GMX Mail gesendet.",
])("folds what a program put below: %s", (line) => {
  expect(cut(`${own}\n\n${line}`)).toEqual({ text: own, quoted: "", signature: line });
  expect(
    cut(`${own}\n\n${line}\n\nAm 03.11.2026 um 14:05 schrieb Ann <ann@muster.example>:\n\n> Welche?`),
  ).toMatchObject({
    text: own,
    signature: line,
  });
});

test.each([
  ["---- Ann Meyer wrote ----\n\n> Welche Version?", "Android"],
  ["2026/11/3 Ann Meyer <ann@muster.example>\n\n> Welche Version?", "Gmail without a colon"],
  [
    "-------- Original message --------From: Ann <ann@muster.example> Date: 03.11.26 14:05 (GMT+01:00) To: Cy Subject: Export\nWelche Version?",
    "Samsung, run together",
  ],
  ["##- Please type your reply above this line -##\n\nWelche Version?", "another desk"],
  ["##- Geef uw antwoord hier -##\n\nWelche Version?", "another desk's frame in any language"],
  ["—-—-—-—\nReply above this line.\n\nWelche Version?", "Jira"],
  ["-- Write ABOVE THIS LINE to post a reply\n\nWelche Version?", "Basecamp"],
  ["## In replies all text above this line is added to the ticket ##\n\nWelche Version?", "Help Scout"],
  ["Veuillez répondre au-dessus de cette ligne\n\nWelche Version?", "a desk in French"],
  ["Scrivi la risposta sopra questa riga\n\nWelche Version?", "a desk in Italian"],
])("folds %j", (old) => {
  expect(cut(`${own}\n\n${old}`)).toEqual({ text: own, quoted: old, signature: "" });
});

test.each([
  ["a table with from and to", "Bitte buchen:\nVon: Berlin\nNach: Hamburg\nDatum: 3.11.2026\nPersonen: 2"],
  ["a form", "Von: Cy\nAn: Lager\nDatum: heute\n\nBitte liefern."],
  ["a time and a colon", "Am 3.11.2026 um 14:05 habe ich das gesehen:\n\nFehler 17 beim Export"],
  ["somebody's words", "On Monday Ann said:\n\nIt will work tomorrow.\n\nIt does not."],
  [
    "a mail named in a sentence",
    "Ich habe am 3. November 2026 um 14:05 an support@muster.example geschrieben:\nkeine Antwort.",
  ],
  ["a Python session", "So sieht es aus:\n\n>>> import export\n>>> export.run()\nFehler 17"],
  ["a shell's redirection alone", "Ich rufe auf:\n\ntool\n> log.txt\n\nund es fehlt eine Zeile."],
  ["dashes between thoughts", "Erstens.\n\n--\n\nZweitens, und das ist wichtig."],
  ["a question below dashes", "Erstens.\n--\nUnd zweitens: warum?"],
  ["a rule between thoughts", "Erstens.\n\n----------\n\nZweitens."],
  ["a line about sending", "Gesendet wurde das Paket am Montag, an wen?"],
  ["a line about sending from", "Gesendet von Berlin nach Hamburg"],
  ["From at a line's beginning", "Hello,\n\n>From here on it fails.\n\nBye"],
  ["a log with dates", "2026-11-03 14:05:00 ERROR:\nconnection lost\n2026-11-03 14:06:00 ERROR:\nconnection lost"],
  [
    "answers announced",
    "Siehe unten in blau.\n\nVon: Ann <a@b.example>\nGesendet: Dienstag\nAn: Cy\nBetreff: X\n\nWelche? 4.2",
  ],
  ["nothing but an answer in old words", "Am 3. Nov. 2026 um 14:05 schrieb Ann <a@b.example>:\nWelche Version?\n4.2"],
  ["quoted words without any mail", "Im Handbuch steht:\n\n> Bitte neu starten.", "Handbuch"],
])("shows %s", (_name, text, subject = "Re: Export") => {
  expect(cut(text, subject)).toEqual({ text, quoted: "", signature: "" });
});
