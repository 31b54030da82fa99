import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mailFixture } from "../../../test/support/mail-fixtures.ts";
import { sanitiseHtml } from "../../platform/html/safe-html.ts";
import { parseMail } from "../../platform/mail/parse.ts";
import { isDeskAddress } from "../outgoing-mail/index.ts";
import { examineMail } from "./examine.ts";
import { ownMarksOf } from "./rules/own-marks.ts";
import { reportedMessageIds } from "./rules/bounce.ts";
import { languageOf } from "./rules/language.ts";
import { copiedPeople } from "./rules/people.ts";

const desk = { mailAddress: "support@muster.example" };
const isOwnAddress = (address: string) => isDeskAddress({ desk, address });
const own = ownMarksOf(desk);

/** What the steps make of a fixture, with everything that needs no database. */
const inspect = async (name: string) => {
  const raw = mailFixture(name);
  const { parsed, ignored, reply } = await examineMail(raw, { envelopeFrom: undefined, own });
  return {
    ...(ignored ?? { verdict: "ticket" }),
    ...reply,
    subject: parsed.subject,
    from: parsed.from,
    language: languageOf({ contentLanguage: parsed.headers.get("content-language")?.[0] ?? "", text: parsed.text }),
    copied: copiedPeople({ sender: parsed.from[0]?.address ?? "", to: parsed.to, cc: parsed.cc, isOwnAddress }),
    attachments: parsed.attachments.map(({ name, type }) => `${name} ${type}`),
    messageId: parsed.messageId,
    warnings: parsed.warnings,
  };
};

const expected: Record<string, Record<string, unknown>> = {
  "outlook-german-reply": {
    verdict: "ticket",
    text: "Guten Tag Frau Meyer,\n\nes passiert nur bei großen Dateien. Den Pfad habe ich geprüft.\n\nMit freundlichen Grüßen\nCy Kunde",
    quoted: expect.stringMatching(/^_{32}\nVon: Muster Support[\s\S]*Bei welcher Größe bricht der Export ab\?$/),
    language: "de",
    copied: [],
  },
  "outlook-english-reply": {
    verdict: "ticket",
    text: "Thanks, it works now.\n\nBest,\nCora",
    quoted: expect.stringMatching(/^-----Original Message-----\nFrom:/),
    language: "en",
  },
  "gmail-german-reply": {
    verdict: "ticket",
    text: "Ab etwa 2 GB. Kleinere gehen.\n\nViele Grüße",
    quoted: expect.stringMatching(/^Am Di\., 3\. Nov\. 2026[\s\S]*> Ann Meyer$/),
  },
  "apple-mail-reply": {
    verdict: "ticket",
    text: "Ja, seit gestern.",
    signature: "Von meinem iPhone gesendet",
    quoted: expect.stringContaining("> Ist das neu?"),
  },
  "thunderbird-inline-reply": {
    verdict: "ticket",
    text: expect.stringMatching(/> Bei welcher Größe[\s\S]*Bei 2 GB\.[\s\S]*> Welche Version[\s\S]*Die 4\.2\./),
    signature: "-- \nCy Kunde · Kunde GmbH",
  },
  "bottom-posted-reply": {
    verdict: "ticket",
    text: "At 2 GB, every time.",
    quoted: expect.stringMatching(/^On 03\.11\.2026 14:05, Muster Support wrote:\n> At which size/),
  },
  "gmx-webmail-reply": {
    verdict: "ticket",
    text: "Danke, jetzt geht es.",
    quoted: expect.stringContaining("Bitte versuchen Sie es noch einmal."),
    warnings: ["textFromHtml"],
  },
  "out-of-office": { verdict: "auto-reply", reason: "auto-submitted" },
  "out-of-office-without-header": { verdict: "auto-reply", reason: "auto-subject" },
  "question-about-absence-notes": { verdict: "ticket", language: "de" },
  "delivery-report": { verdict: "bounce", reason: "delivery-report" },
  "delivery-report-delayed": { verdict: "bounce", reason: "delivery-report" },
  "old-style-bounce": { verdict: "bounce", reason: "mailer-daemon" },
  "read-receipt": { verdict: "auto-reply", reason: "receipt" },
  newsletter: { verdict: "list", reason: "list-header" },
  "mailing-list-in-bulk": { verdict: "list", reason: "precedence" },
  "own-mail-that-came-back": { verdict: "own", reason: "own-message-id" },
  "own-mail-redirected": { verdict: "own", reason: "own-loop-header" },
  "forwarded-by-an-agent": {
    verdict: "ticket",
    text: expect.stringMatching(/^Bitte kümmern\.[\s\S]*Wann läuft mein Vertrag aus\?$/),
    quoted: "",
  },
  "raw-latin1": {
    verdict: "ticket",
    text: "Schöne Grüße, bitte prüfen Sie den Zähler.",
    from: [{ address: "juergen@kunde.example" }],
  },
  attachments: {
    verdict: "ticket",
    subject: "Bild und Protokoll",
    attachments: ["bild.png image/png", "Prüfprotokoll €.pdf application/pdf", "passwd text/plain"],
    copied: [{ name: "Cora Client", address: "cora@client.example" }],
  },
  "calendar-invitation": {
    verdict: "ticket",
    text: "Können wir das am Freitag besprechen?",
    attachments: [expect.stringContaining("text/calendar")],
  },
  "unfinished-multipart": {
    verdict: "ticket",
    text: "Der Anfang ist noch da.",
    attachments: ["rest.bin application/octet-stream"],
  },
  "subject-only": { verdict: "ticket", text: "", subject: "Bitte um Rückruf: 030 123456" },
  "nobody-sent-it": { verdict: "unreadable", reason: "no-sender" },
};

test.each(Object.keys(expected))("%s", async (name) => {
  expect(await inspect(name)).toMatchObject(expected[name]!);
});

test("every fixture is expected to be something", () => {
  const folder = join(import.meta.dirname, "../../../test/fixtures/mail");
  expect(
    readdirSync(folder)
      .map((name) => name.replace(/\.eml$/, ""))
      .toSorted(),
  ).toEqual(Object.keys(expected).toSorted());
});

test("a report says which mail of ours came back, and whether for good", async () => {
  const read = async (name: string) => {
    const raw = mailFixture(name);
    const { bounce } = await examineMail(raw, { envelopeFrom: undefined, own });
    return { messageIds: reportedMessageIds(raw, own.isOwnMessageId), ...bounce };
  };
  const messageIds = ["<0a1b2c3d-0000-4000-8000-000000000001.tresen@muster.example>"];
  expect(await read("delivery-report")).toEqual({
    messageIds,
    recipient: "cy@kunde.example",
    status: "5.1.1",
    action: "failed",
    diagnostic: "550 5.1.1 <cy@kunde.example>: Recipient address rejected: User unknown",
  });
  expect(await read("delivery-report-delayed")).toMatchObject({ messageIds, action: "delayed" });
  expect(await read("old-style-bounce")).toMatchObject({ messageIds, action: "failed" });
});

test("HTML is kept without what runs or loads", async () => {
  const { html } = await parseMail(mailFixture("attachments"));
  const safe = sanitiseHtml(html!);
  expect(safe).toContain('<img alt="" src="cid:bild1@kunde" />');
  expect(safe).toContain("<b>Bild</b>");
  expect(safe).toContain('data-remote-src="https://tracker.example/p.gif"');
  expect(safe).not.toMatch(/script|onerror|[^-]src="http/);
});
