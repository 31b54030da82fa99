import { expect, test } from "vitest";
import { inspectMail } from "./inspect.ts";

const inspect = (from: string, subject: string, text: string, headers = "Content-Type: text/plain; charset=utf-8") =>
  inspectMail(
    Buffer.from(
      `From: ${from}\nTo: support@muster.example\nSubject: ${subject}\nDate: Tue, 3 Nov 2026 14:05:00 +0100\n${headers}\n\n${text}\n`.replaceAll(
        "\n",
        "\r\n",
      ),
    ),
  );

const cy = "cy@kunde.example";
const daemon = "Mail Delivery System <MAILER-DAEMON@mx.kunde.example>";

/** Reports in words alone, as servers write them: from, subject, text; then recipient, status, and the other server's words. */
const reports: Record<string, [string, string, string, [string, string, string]]> = {
  "Exchange 2003": [
    "System Administrator <postmaster@kunde.example>",
    "Undeliverable: Export",
    `Your message\n\n  To:      ${cy}\n  Subject: Export\n  Sent:    Tue, 3 Nov 2026 14:05:00 +0100\n\ndid not reach the following recipient(s):\n\n${cy} on Tue, 3 Nov 2026 14:05:00 +0100\n    The recipient name is not recognized\n`,
    [cy, "", "The recipient name is not recognized"],
  ],
  "Exchange 2003 in German": [
    "Systemadministrator <postmaster@kunde.example>",
    "Unzustellbar: Export",
    `Ihre Nachricht\n\n      Betreff: Export\n      Gesendet am: 03.11.2026 14:05\n\nkonnte folgende(n) Empfänger nicht erreichen:\n\n      ${cy} am 03.11.2026 14:05\n            Das E-Mail-Konto ist nicht vorhanden.\n            <mx.kunde.example #5.1.1>`,
    [cy, "5.1.1", "<mx.kunde.example #5.1.1>"],
  ],
  "Exchange in German": [
    "postmaster@kunde.example",
    "Unzustellbar: Export",
    `Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Verteilerlisten:\n\nCy Kunde<mailto:${cy}>\nDie eingegebene E-Mail-Adresse konnte nicht gefunden werden.\n\n${cy}\n#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##`,
    [cy, "5.1.1", "#550 5.1.1 RESOLVER.ADR.RecipNotFound; not found ##"],
  ],
  "Exchange in Italian": [
    "postmaster@kunde.example",
    "Non recapitabile: Export",
    `Impossibile recapitare il messaggio a questi destinatari o gruppi:\n\n${cy}\nNon trovato.\n\n#550 5.1.1 RESOLVER`,
    [cy, "5.1.1", "#550 5.1.1 RESOLVER"],
  ],
  "Exchange in Polish": [
    "postmaster@kunde.example",
    "Niedostarczalne: Export",
    `Nie można dostarczyć wiadomości do następujących adresatów lub grup:\n\n${cy}\n\n#550 5.1.1 RESOLVER`,
    [cy, "5.1.1", "#550 5.1.1 RESOLVER"],
  ],
  Domino: [
    "Mail Router <postmaster@kunde.example>",
    `DELIVERY FAILURE: User cy (${cy}) not listed in Domino Directory`,
    `Your message\n\n  Subject: Export\n\nwas not delivered to:\n\n  ${cy}\n\nbecause:\n\n  User cy (${cy}) not listed in Domino Directory`,
    [cy, "", `User cy (${cy}) not listed in Domino Directory`],
  ],
  "Domino in German": [
    "Postmaster@kunde.example",
    "ZUSTELLFEHLER: User cy not listed",
    `Ihre Nachricht\n\n  Betreff: Export\n\nkonnte nicht zugestellt werden an:\n\n  ${cy}\n\nUrsache:\n\n  User cy not listed in Domino Directory`,
    [cy, "", "User cy not listed in Domino Directory"],
  ],
  "1&1": [
    "Mail Delivery System <mailer-daemon@kundenserver.example>",
    "Mail delivery failed: returning message to sender",
    `This message was created automatically by mail delivery software.\n\nThe following address(es)\nfailed:\n\n${cy}:\nSMTP error from remote server for RCPT TO command, host: mx.kunde.example (1.2.3.4) reason: 550 5.1.1 User unknown`,
    [
      cy,
      "5.1.1",
      "SMTP error from remote server for RCPT TO command, host: mx.kunde.example (1.2.3.4) reason: 550 5.1.1 User unknown",
    ],
  ],
  Postfix: [
    daemon,
    "Undelivered Mail Returned to Sender",
    `This is the mail system at host mx.\n\n<${cy}>: host mx.kunde.example[5.2.3.4] said: 550 5.1.1\n    <${cy}>: Recipient address rejected: User unknown (in reply to RCPT TO\n    command)\n`,
    [
      cy,
      "5.1.1",
      `host mx.kunde.example[5.2.3.4] said: 550 5.1.1 <${cy}>: Recipient address rejected: User unknown (in reply to RCPT TO command)`,
    ],
  ],
  "Exim on several lines": [
    daemon,
    "Mail delivery failed: returning message to sender",
    `This message was created automatically by mail delivery software.\n\n  ${cy}\n    SMTP error from remote mail server after RCPT TO:<${cy}>:\n    552-5.2.2 mailbox full\n    552 5.2.2 try later\n`,
    [cy, "5.2.2", "552-5.2.2 mailbox full 552 5.2.2 try later"],
  ],
  Sendmail: [
    "MAILER-DAEMON@mx.kunde.example (Mail Delivery Subsystem)",
    "Returned mail: User unknown",
    `   ----- Transcript of session follows -----\n550 ${cy}... User unknown\n\n   ----- Unsent message follows -----\nFrom: support@muster.example\nTo: other@kunde.example`,
    [cy, "5.0.0", `550 ${cy}... User unknown`],
  ],
  IMail: [
    "Postmaster <postmaster@kunde.example>",
    "Undeliverable Mail",
    `Unknown user: ${cy}\n\nOriginal message follows.\n`,
    [cy, "", `Unknown user: ${cy}`],
  ],
  GroupWise: [
    "Mailer-Daemon@kunde.example",
    "Message status - undeliverable",
    `The attached file had the following undeliverable recipient(s):\n\t${cy}\n\nCommand: RCPT TO:<${cy}>\nResponse: 550 User unknown`,
    [cy, "5.0.0", "Response: 550 User unknown"],
  ],
  MailMarshal: [
    "postmaster@kunde.example",
    "Undeliverable Mail: Export",
    `Your message:\n   From:    support@muster.example\n   Subject: Export\n\nCould not be delivered because of\n\n550 5.1.1 User unknown\n\nThe following recipients were affected: \n    ${cy}`,
    [cy, "5.1.1", "550 5.1.1 User unknown"],
  ],
  "Gmail in German": [
    "Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
    "Delivery Status Notification (Failure)",
    `** Adresse nicht gefunden **\n\nIhre Nachricht wurde nicht an ${cy} zugestellt, weil die Adresse nicht gefunden wurde.\n\nAntwort:\n550 5.1.1 No such user`,
    [cy, "5.1.1", "550 5.1.1 No such user"],
  ],
  "a Russian provider": [
    "mailer-daemon@corp.post.example",
    "Mail failure.",
    `Это письмо создано автоматически\nсервером, отвечать на него не\nнужно.\n\nК сожалению, Ваше письмо не может\nбыть доставлено:\n\n${cy}\nuser not found`,
    [cy, "", "user not found"],
  ],
  "X.400": [
    daemon,
    `Delivery Report (failure) for ${cy}`,
    `This report relates to your message: Export,\n        from <support@muster.example>,\n        to <${cy}>.\n\nYour message was not delivered to   ${cy}\n        for the following reason:\n        Recipient's address does not appear to be correct`,
    [cy, "", "Recipient's address does not appear to be correct"],
  ],
  "a server that calls itself by an ordinary name": [
    "Courier mail server <mail@mx.kunde.example>",
    "NOTICE: mail delivery status.",
    `This is a delivery status notification from mx.kunde.example,\n\n                           UNDELIVERABLE MAIL\n\n<${cy}>:\n    mx.kunde.example [1.2.3.5]:\n<<< 550 5.1.1 User unknown`,
    [cy, "5.1.1", "<<< 550 5.1.1 User unknown"],
  ],
  "a report for programs where people read": [
    daemon,
    "Delivery Failure",
    `Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822; ${cy}\nAction: failed\nStatus: 5.4.1\nDiagnostic-Code: smtp; 550 5.4.1 no`,
    [cy, "5.4.1", "550 5.4.1 no"],
  ],
};

test.each(Object.entries(reports))(
  "%s says who did not get it and why",
  async (_name, [from, subject, text, [recipient, status, diagnostic]]) => {
    const { verdict, bounce } = await inspect(from, subject, text);
    expect({ verdict, ...bounce }).toEqual({ verdict: "bounce", recipient, status, action: "failed", diagnostic });
  },
);

test.each([
  [
    "Gmail",
    "Delivery Status Notification (Delay)",
    `There was a temporary problem delivering your message to ${cy}. Gmail will retry for 46 more hours.`,
  ],
  [
    "Exim",
    "Warning: message 1abc delayed 24 hours",
    `This message was created automatically by mail delivery software.\nA message that you sent has not yet been delivered to one or more of its\nrecipients.\n\n  ${cy}\n    host mx [1.2.3.4]: Connection timed out\n`,
  ],
])("%s tries on", async (_name, subject, text) => {
  const { verdict, bounce } = await inspect(daemon, subject, text, "Auto-Submitted: auto-replied");
  expect(verdict).toBe("bounce");
  expect(bounce).toMatchObject({ recipient: cy, action: "delayed" });
});

const standard = (part: string, type = "message/delivery-status") =>
  inspect(
    daemon,
    "Undelivered Mail Returned to Sender",
    `--b\nContent-Type: text/plain\n\nSorry.\n--b\nContent-Type: ${type}\n${part}\n--b--`,
    "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
  );

test("a report for programs may be encoded, have other letters, or name a program as the recipient", async () => {
  const fields =
    "Reporting-MTA: dns; mx\n\nFinal-Recipient: rfc822;cy@kunde.example\nAction: Failed\nStatus: 5.1.1 (bad)\n";
  const encoded = `Content-Transfer-Encoding: base64\n\n${Buffer.from(fields).toString("base64")}`;
  expect((await standard(encoded)).bounce).toMatchObject({ recipient: cy, status: "5.1.1", action: "failed" });
  const wide = "\nFinal-Recipient: utf-8; jürgen@kunde.example\nAction: failed\nStatus: 5.1.1";
  expect((await standard(wide, "message/global-delivery-status")).bounce).toMatchObject({
    recipient: "jürgen@kunde.example",
    status: "5.1.1",
  });
  const local = `\nOriginal-Recipient: rfc822;${cy}\nFinal-Recipient: X-LOCAL; |/usr/bin/prog\nAction: failed\nStatus: 5.3.0`;
  expect((await standard(local)).bounce).toMatchObject({ recipient: cy });
  const strange = `\nFinal-Recipient: rfc822; ${cy}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; \u0000550 no`;
  expect((await standard(strange)).bounce).toMatchObject({ diagnostic: "550 no" });
});

test.each([
  ["names a folder", "Undeliverable mail folder is full", 'Our folder "Undeliverable" is full. What can we do?'],
  ["answers a report", "AW: Undelivered Mail Returned to Sender", "Immer das:\n\nThis is the mail system at host mx."],
  [
    "quotes a report",
    "Mail delivery failed",
    "Meine Mails kommen zurück mit:\nThis message was created automatically by mail delivery software.",
  ],
  ["greets", "Mail delivery failed", "Hello,\nYour message could not be delivered, it says. Why?"],
])("a person who %s opens a ticket", async (_name, subject, text) => {
  expect(await inspect("Cy <cy@kunde.example>", subject, text)).toMatchObject({ verdict: "ticket", bounce: null });
});

test("a postmaster who asks something is a person", async () => {
  const { verdict } = await inspect("postmaster@kunde.example", "Frage", "Können Sie unsere Adresse freischalten?");
  expect(verdict).toBe("ticket");
});
