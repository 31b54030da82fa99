import { generateKeyPairSync } from "node:crypto";
import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { checkDkim, publishedKey } from "../../../test/support/dkim.ts";
import { startMailPages } from "../../../test/support/mail-pages.ts";
import { startMailReceiver } from "../../../test/support/mail-receiver.ts";
import { contextWith, hello } from "../../../test/support/outbox.tsx";
import { parseConfig } from "../../platform/config.ts";
import { drainJobs } from "../../platform/jobs.ts";
import { dkimRecord, type Dkim } from "../../platform/mail/dkim.ts";
import { smtpTransport } from "../../platform/mail/smtp-transport.ts";
import { sendMailJob } from "./jobs.ts";
import { queueMail } from "./queue-mail.ts";

const newKey = (domain: string): Dkim => ({
  domain,
  selector: "tresen",
  privateKey: generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  }).privateKey,
});

const keyOf = (dkim: Dkim) => publishedKey(dkimRecord(dkim).value.join(""));

const sendThrough = async (dkim: Dkim | undefined) => {
  const receiver = await startMailReceiver();
  const context = await contextWith(smtpTransport(receiver.url, dkim));
  const { file } = await context.files.put(Readable.from(["bytes  of a file \r\n\r\n"]), 100);
  await queueMail(context, {
    ...hello,
    replyTo: "support+t17@muster.example",
    references: ["<ticket-17.tresen@muster.example>"],
    attachments: [{ name: "Protokoll für Sie.txt", type: "text/plain", file }],
  });
  await drainJobs(context, [sendMailJob]);
  return receiver.received[0]!.raw;
};

describe("a mail that was received", () => {
  test("is signed so that a receiver can tell that nothing was changed", async () => {
    const dkim = newKey("muster.example");
    const raw = await sendThrough(dkim);
    const checked = checkDkim(raw, keyOf(dkim));
    expect(checked).toMatchObject({
      domain: "muster.example",
      selector: "tresen",
      isBodyGenuine: true,
      isSignatureGenuine: true,
    });
    for (const name of ["from", "to", "subject", "date", "message-id", "reply-to", "references", "auto-submitted"])
      expect(checked.headers).toContain(name);
    expect(checkDkim(raw.replace("Subject: ", "Subject: Not "), keyOf(dkim)).isSignatureGenuine).toBe(false);
    expect(checkDkim(`${raw}more\r\n`, keyOf(dkim)).isBodyGenuine).toBe(false);
    expect(checkDkim(raw, keyOf(newKey("muster.example"))).isSignatureGenuine).toBe(false);
  });

  test("has no signature without a key", async () => {
    expect(await sendThrough(undefined)).not.toContain("DKIM-Signature");
  });
});

describe("the mailbox page", () => {
  const pageWith = async (dkim: Dkim | undefined) => {
    const { url } = await startMailReceiver();
    const config = { ...parseConfig({ TRESEN_SMTP_URL: url }), dkim };
    const { admin } = await startMailPages({ config, mail: smtpTransport(url, dkim) });
    return (await admin.get("/admin/mailbox")).body;
  };

  test("says for which domain mail is signed, and what must stand in DNS", async () => {
    const dkim = newKey("desk.example");
    const body = await pageWith(dkim);
    expect(body).toContain("Mail is signed for desk.example");
    expect(body).toContain("tresen._domainkey.desk.example");
    for (const part of dkimRecord(dkim).value) expect(body).toContain(part);
    expect(body).not.toContain("PRIVATE KEY");
  });

  test("says that a signature for another domain helps nobody", async () => {
    expect(await pageWith(newKey("other.example"))).toContain(
      "Mail is signed for other.example, but comes from support@desk.example",
    );
  });

  test("says that mail is not signed", async () => {
    expect(await pageWith(undefined)).toContain("Mail leaves without a signature");
  });
});
