import { describe, expect, test } from "vitest";
import { msgOf } from "../../../test/support/outlook-files.ts";
import { examineMail } from "./examine.ts";
import { inspectMail } from "./inspect.ts";
import { anyOwnMarks, ownMarksOf } from "./rules/own-marks.ts";

const examine = (raw: string, own = anyOwnMarks) => examineMail(Buffer.from(raw), { envelopeFrom: undefined, own });
const mail = (headers: string, text = "Hello") =>
  `From: Cy <cy@kunde.example>\nTo: support@muster.example\n${/^subject:/im.test(headers) ? "" : "Subject: Export\n"}${headers}\n\n${text}\n`;

const verdictOf = async (raw: string, own = anyOwnMarks) => {
  const { ignored } = await examine(raw, own);
  return ignored ? `${ignored.verdict} ${ignored.reason}` : "ticket";
};

describe("somebody wrote it", () => {
  test.each([
    ["plainly", "X-Mailer: Some"],
    ["says that nobody automatic did", "Auto-Submitted: no"],
    ["asks for no receipts", "X-Auto-Response-Suppress: DR, RN, NRN"],
    ["asks about absence notes", "Subject: Abwesenheitsnotiz funktioniert nicht"],
    ["asks about an automatic answer", "Subject: Automatische Antwort einrichten"],
    ["answers an absence note", "Subject: Re: Automatische Antwort"],
    ["asks about a bounce", "Subject: Undeliverable: what does that mean?"],
    ["forwards a bounce", "Subject: Fwd: Undelivered Mail Returned to Sender"],
    ["answers an automatic answer of ours", "Subject: Re: Automatic reply: Export"],
    ["writes about a car", "Subject: Auto: Motor springt nicht an"],
    ["writes about absences", "Subject: Abwesenheit: Antrag lässt sich nicht speichern"],
    ["says that somebody else is away", "Subject: Max Muster ist außer Haus"],
    ["was looked at by a filter", "X-Spam-Status: No, score=1.2\nX-Spam-Flag: NO"],
    ["has a priority", "Precedence: first-class"],
  ])("who %s", async (_name, headers) => {
    expect(await verdictOf(mail(headers))).toBe("ticket");
  });
});

describe("a program answered", () => {
  test.each([
    ["Auto-Submitted: auto-replied", "auto-submitted"],
    ["Auto-Submitted: auto-generated (failure)", "auto-submitted"],
    ["X-Autoreply: yes", "auto-header"],
    ["X-Autorespond: x", "auto-header"],
    ["Precedence: auto_reply", "auto-header"],
    ["Preference: auto_reply", "auto-header"],
    ["X-Auto-Response-Suppress: All", "auto-header"],
    ["X-Auto-Response-Suppress: DR, OOF, AutoReply", "auto-header"],
    ["X-FC-MachineGenerated: true", "auto-header"],
    ["X-POST-MessageClass: 9; Autoresponder", "auto-header"],
    ["X-MS-Exchange-Generated-Message-Source: Mailbox Rules Agent", "auto-header"],
    ["Subject: Automatische Antwort: Export", "auto-subject"],
    ["Subject: Automatic reply: Export", "auto-subject"],
    ["Subject: Out of Office: Export", "auto-subject"],
    ["Subject: Abwesenheitsnotiz: Export", "auto-subject"],
    ["Subject: Réponse automatique : Export", "auto-subject"],
    ["Subject: Respuesta automática: Export", "auto-subject"],
    ["Subject: Risposta automatica: Export", "auto-subject"],
    ["Subject: Automatisch antwoord: Export", "auto-subject"],
    ["Subject: Odpowiedź automatyczna: Export", "auto-subject"],
    ["Subject: Resposta automática: Export", "auto-subject"],
    ["Subject: Autosvar: Export", "auto-subject"],
    ["Subject: Automatická odpověď: Export", "auto-subject"],
    ["Subject: Автоматический ответ: Export", "auto-subject"],
    ["Subject: AUTO: Cy Kunde ist außer Haus (Rückkehr am 12.11.2026)", "auto-subject"],
    ["Subject: Out of Office AutoReply: Export", "auto-subject"],
    ["Subject: [Auto-Reply] Export", "auto-subject"],
    ["Subject: *** Automatische Antwort *** Export", "auto-subject"],
    ["X-Autoresponse: yes", "auto-header"],
    ["Return-Path: <>", "null-sender"],
  ])("by %s", async (headers, reason) => {
    expect(await verdictOf(mail(headers))).toBe(`auto-reply ${reason}`);
  });

  test.each([
    ["Abwesenheitsnotiz", "Guten Tag,\n\nich bin bis zum 12. November nicht im Büro."],
    ["Out of office", "I am on vacation until Monday."],
    ["Absence du bureau", "Bonjour, je suis en congé jusqu'au 12 novembre."],
  ])("in words: %s", async (subject, text) => {
    expect(await verdictOf(mail(`Subject: ${subject}`, text))).toBe("auto-reply auto-subject");
    expect(await verdictOf(mail(`Subject: ${subject}`, "How do I switch that on?"))).toBe("ticket");
  });

  test.each([
    ["Auto: Export", "Ich bin im Urlaub."],
    ["Re: Out of Office: Export", "I am out of the office until Monday."],
    ["Jane Doe/Muster is out of the office.", "I will be out of the office starting 11/20/2026."],
    ["Jane Doe ist außer Haus (Rückkehr am 30.11.2026)", "Ich werde ab 20.11.2026 nicht im Büro sein."],
  ])("in words that people use, too: %s", async (subject, text) => {
    expect(await verdictOf(mail(`Subject: ${subject}`, text))).toBe("auto-reply auto-subject");
    const repeated = `Thanks, it still stops.\n\nOn 3 Nov 2026 at 14:05, Jane <jane@muster.example> wrote:\n> ${text}`;
    expect(await verdictOf(mail(`Subject: ${subject}`, repeated))).toBe("ticket");
  });

  test("in the name of a machine", async () => {
    for (const envelopeFrom of ["", "MAILER-DAEMON", "mailer-daemon@mx.kunde.example"]) {
      const answer = mail("In-Reply-To: <1.tresen@muster.example>", "I am on holiday.");
      const { ignored } = await examineMail(Buffer.from(answer), { envelopeFrom, own: anyOwnMarks });
      expect(ignored).toEqual({ verdict: "auto-reply", reason: "null-sender" });
    }
    expect(await verdictOf(mail("Return-Path: <MAILER-DAEMON>"))).toBe("auto-reply null-sender");
  });

  test("with a receipt", async () => {
    expect(
      await verdictOf(mail("Content-Type: multipart/report; report-type=disposition-notification; boundary=b")),
    ).toBe("auto-reply receipt");
  });
});

test.each([
  ["List-Id: <a.list.example>", "list list-header"],
  ["List-Unsubscribe: <mailto:x@y.example>", "list list-header"],
  ["X-BeenThere: a@list.example", "list list-header"],
  ["Precedence: bulk", "list precedence"],
  ["Precedence: list", "list precedence"],
  ["X-Spam-Flag: YES", "spam spam-header"],
  ["X-Spam-Status: Yes, score=9.1 required=5.0", "spam spam-header"],
  ["X-Bogosity: Spam, tests=bogofilter", "spam spam-header"],
  ["X-Forefront-Antispam-Report: CIP:1.2.3.4;SFV:SPM;", "spam spam-header"],
  ["X-MS-Exchange-Organization-SCL: 9", "spam spam-header"],
  ["X-MS-Exchange-Organization-SCL: 1", "ticket"],
  ["X-Kunde-MailScanner-SpamCheck: spam, SpamAssassin (score=9)", "spam spam-header"],
  ["X-Kunde-MailScanner-SpamCheck: not spam, SpamAssassin (score=1)", "ticket"],
  ["X-VADE-SPAMSTATE: clean", "ticket"],
  ["X-UI-Filterresults: junk:10;V03:K0", "spam spam-header"],
  ["X-UI-Filterresults: notjunk:1;V03:K0", "ticket"],
  ["Subject: *****SPAM***** Export", "spam spam-header"],
  ["Subject: {Spam?} Export", "spam spam-header"],
  ["Subject: Re: [SPAM] filter", "ticket"],
  ["Message-ID: <0a1b.tresen@muster.example>", "own own-message-id"],
  ["X-Loop: support@muster.example", "own own-loop-header"],
  ["X-Loop: list@lists.example", "ticket"],
])("%s is %s", async (headers, verdict) => {
  expect(await verdictOf(mail(headers))).toBe(verdict);
});

describe("somebody passes on what a program has reported", () => {
  const passedOn = (type: string, subject: string, headers = "") =>
    `From: Cy <cy@kunde.example>\nTo: support@muster.example\nSubject: ${subject}\n${headers}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nWhat does that mean?\n--b\nContent-Type: ${type}\n\nFinal-Recipient: rfc822; bob@b.example\nAction: failed\nStatus: 5.1.1\n--b--\n`;

  test.each([
    ["message/delivery-status", "bounce delivery-report"],
    ["message/disposition-notification", "auto-reply receipt"],
    ["message/feedback-report", "auto-reply auto-header"],
  ])("%s", async (type, verdict) => {
    expect(await verdictOf(passedOn(type, "Fwd: Undelivered Mail Returned to Sender"))).toBe("ticket");
    expect(await verdictOf(passedOn(type, "AW: Gelesen: Export"))).toBe("ticket");
    expect(await verdictOf(passedOn(type, "Undelivered Mail Returned to Sender"))).toBe(verdict);
    expect(await verdictOf(passedOn(type, "Fwd: Undelivered", "Return-Path: <>\n"))).toBe(verdict);
  });
});

test("mail of one's own is known by the desk's own marks", async () => {
  const own = ownMarksOf({ mailAddress: "support@muster.example" });
  expect(await verdictOf(mail("Message-ID: <1.tresen@muster.example>"), own)).toBe("own own-message-id");
  expect(await verdictOf(mail("Message-ID: <1.tresen@other.example>"), own)).toBe("ticket");
  expect(await verdictOf("From: support+t1@muster.example\n\nx", own)).toBe("own own-address");
});

test("a group that is the desk's own address hands on what people write", async () => {
  const own = ownMarksOf({ mailAddress: "support@muster.example" });
  const group = "Precedence: list\nList-ID: <support.muster.example>\nList-Post: <mailto:support@muster.example>";
  expect(await verdictOf(mail(group), own)).toBe("ticket");
  expect(await verdictOf(mail("Mailing-list: x\nList-ID: Support <support.muster.example>"), own)).toBe("ticket");
  expect(await verdictOf(mail(`${group}\nAuto-Submitted: auto-replied`), own)).toBe("auto-reply auto-submitted");
  expect(await verdictOf(mail("List-ID: <users.muster.example>"), own)).toBe("list list-header");
});

test("what nobody sent is unreadable, and a sender's stand-ins count", async () => {
  expect(await verdictOf("Subject: x\n\nHello")).toBe("unreadable no-sender");
  expect(await verdictOf("Reply-To: a@b.example\n\nHello")).toBe("ticket");
  expect(await verdictOf("Return-Path: <a@b.example>\n\nHello")).toBe("ticket");
});

test("the surer of several marks decides", async () => {
  const all = "X-Spam-Flag: YES\nList-Id: <x>\nAuto-Submitted: auto-generated\n";
  expect(await verdictOf(mail("X-Spam-Flag: YES\nList-Id: <x>"))).toBe("list list-header");
  expect(await verdictOf(mail(all.trim()))).toBe("auto-reply auto-submitted");
  expect(await verdictOf(mail(`${all}Message-ID: <1.tresen@muster.example>`))).toBe("own own-message-id");
  expect(await verdictOf(mail(`${all}Message-ID: <1.tresen@muster.example>\nX-Failed-Recipients: a@b.example`))).toBe(
    "bounce failed-recipients",
  );
});

const report = (fields: string, words = "Sorry.") =>
  `From: Mail Delivery System <MAILER-DAEMON@mx.example>\nTo: support@muster.example\nSubject: Undelivered Mail Returned to Sender\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\n${words}\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n\n${fields}\n--b\nContent-Type: message/rfc822\n\nFrom: support@muster.example\nSubject: x\n\ny\n--b--\n`;

describe("a delivery report", () => {
  test.each<[string, string, object]>([
    [
      "of Postfix",
      report(
        "Final-Recipient: rfc822; cy@kunde.example\nOriginal-Recipient: rfc822;cy@kunde.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <cy@kunde.example>:\n Recipient address rejected",
      ),
      {
        recipient: "cy@kunde.example",
        status: "5.1.1",
        action: "failed",
        diagnostic: "550 5.1.1 <cy@kunde.example>: Recipient address rejected",
      },
    ],
    [
      "of one that tries again",
      report("Final-Recipient: rfc822;cy@kunde.example\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: x"),
      { recipient: "cy@kunde.example", status: "4.4.1", action: "delayed", diagnostic: "" },
    ],
    [
      "on several recipients",
      report(
        "Final-Recipient: rfc822;ok@kunde.example\nAction: relayed\nStatus: 2.0.0\n\nFinal-Recipient: rfc822;cy@kunde.example\nAction: failed\nStatus: 5.2.2",
      ),
      { recipient: "cy@kunde.example", status: "5.2.2", action: "failed" },
    ],
    [
      "of Exchange",
      report(
        "Original-Recipient: rfc822;cy@kunde.example\nFinal-recipient: RFC822; cy@kunde.example\nAction: failed\nStatus: 5.4.1\nDiagnostic-Code: smtp;550 5.4.1 Recipient address rejected: Access denied\nX-Display-Name: Cy",
      ),
      {
        recipient: "cy@kunde.example",
        status: "5.4.1",
        diagnostic: "550 5.4.1 Recipient address rejected: Access denied",
      },
    ],
    [
      "of qmail",
      "From: MAILER-DAEMON@mx.example\nTo: support@muster.example\nSubject: failure notice\n\nHi. This is the qmail-send program at mx.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n<cy@kunde.example>:\n1.2.3.4 does not like recipient.\nRemote host said: 550 5.1.1 User unknown\nGiving up on 1.2.3.4.\n\n--- Below this line is a copy of the message.\n",
      {
        recipient: "cy@kunde.example",
        status: "5.1.1",
        action: "failed",
        diagnostic: "Remote host said: 550 5.1.1 User unknown",
      },
    ],
    [
      "of Exim",
      "From: Mail Delivery System <Mailer-Daemon@mx.example>\nTo: support@muster.example\nX-Failed-Recipients: cy@kunde.example\nAuto-Submitted: auto-replied\nSubject: Mail delivery failed: returning message to sender\n\nThis message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  cy@kunde.example\n    SMTP error from remote mail server after RCPT TO:<cy@kunde.example>:\n    550 no such user\n",
      { recipient: "cy@kunde.example", status: "5.0.0", action: "failed", diagnostic: "550 no such user" },
    ],
    [
      "of an old Exchange, in German",
      "From: postmaster@kunde.example\nTo: support@muster.example\nSubject: Unzustellbar: Export\n\nFehler bei der Nachrichtenzustellung an folgende Empfänger oder Verteilerlisten:\n\ncy@kunde.example\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.\n\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##\n",
      { recipient: "cy@kunde.example", status: "5.1.1", action: "failed" },
    ],
    [
      "of Gmail",
      "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>\nTo: support@muster.example\nSubject: Delivery Status Notification (Failure)\nX-Failed-Recipients: cy@kunde.example\n\n** Address not found **\n\nYour message wasn't delivered to cy@kunde.example because the address couldn't be found.\n\nThe response was:\n\n550 5.1.1 The email account that you tried to reach does not exist.\n",
      { recipient: "cy@kunde.example", status: "5.1.1", action: "failed" },
    ],
  ])("%s says who did not get it and why", async (_name, raw, facts) => {
    const { ignored, bounce } = await examine(raw);
    expect(ignored?.verdict).toBe("bounce");
    expect(bounce).toMatchObject(facts);
  });

  test("is none where somebody only writes about one", async () => {
    expect(
      (await examine(mail("Subject: Mail delivery failed, again", "What does 550 5.1.1 mean?"))).bounce,
    ).toBeUndefined();
  });
});

test("without an envelope a message that names no sender is still one, as long as it says something", async () => {
  const inspect = async (raw: string | Buffer) => {
    const { verdict, reason, from, warnings } = await inspectMail(Buffer.from(raw));
    return [verdict, reason, from, warnings.includes("noSender")];
  };
  expect(await inspect("Subject: x\n\nHello")).toEqual(["ticket", "written", null, true]);
  expect(await inspect("just words, no headers")).toEqual(["ticket", "written", null, true]);
  expect(await inspect("")).toEqual(["unreadable", "no-sender", null, false]);
  expect(await inspect(Buffer.from("00ff01fe02fd03fc04fb05fa", "hex"))).toEqual([
    "unreadable",
    "no-sender",
    null,
    false,
  ]);
});

test("a draft that Outlook has saved is a message, though it names no sender and is no text", async () => {
  const raw = msgOf({
    head: 32,
    properties: [
      [0x0037, "Export"],
      [0x1000, "It stops."],
      [0x0c1a, "Cy"],
    ],
  });
  expect(await inspectMail(raw)).toMatchObject({
    verdict: "ticket",
    from: null,
    text: "It stops.",
    warnings: ["outlookFile", "noSender"],
  });
  expect(await inspectMail(msgOf({ head: 32, properties: [] }))).toMatchObject({ verdict: "unreadable" });
});
