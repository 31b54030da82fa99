import { expect, test } from "vitest";
import { wordsOf } from "../support/portal.ts";
import { sendMail } from "../support/smtp.ts";
import { arrive, type Written } from "../support/incoming.ts";
import { startMailPages } from "../support/mail-pages.ts";
import { parseConfig } from "../../src/platform/config.ts";
import type { Context } from "../../src/platform/context.ts";
import { act } from "../../src/platform/act.ts";
import type { MailTransport } from "../../src/platform/mail/transport.ts";
import { openTicket, replyToTicket } from "../../src/features/tickets/index.ts";

const bounces = { config: parseConfig({ TRESEN_BOUNCE_ADDRESS: "bounces@desk.example" }) };

const start = async (parts: Partial<Context> = {}) => {
  const sent: { to: string; messageId: string; envelopeFrom: string }[] = [];
  const mail: MailTransport = {
    kind: "smtp",
    send({ to, messageId, envelopeFrom }) {
      sent.push({ to: to.address, messageId, envelopeFrom });
      return Promise.resolve("250 taken");
    },
    close: () => undefined,
  };
  const desk = await startMailPages({ mail, ...parts });
  const { context, cast, drain } = desk;
  const { ticketId } = await act(context.db, cast.cy, openTicket, { subject: "Export", text: "It stops." });
  await drain();
  const answer = async (text: string) => {
    await act(context.db, cast.ann, replyToTicket, { ticketId, text, holdSeconds: 0 });
    await drain();
  };
  const toCy = () => sent.filter(({ to }) => to === "cy@acme.example");
  /** As the server of his provider reports it. */
  const report = (
    messageId: string,
    facts = "Action: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no such user",
    mail: Partial<Written> = {},
  ) =>
    arrive(desk, {
      from: "MAILER-DAEMON@mx.example",
      envelopeFrom: "",
      subject: "Undelivered Mail Returned to Sender",
      headers: { "Content-Type": 'multipart/report; report-type=delivery-status; boundary="B"' },
      text: [
        `--B\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822; cy@acme.example\r\n${facts}\r\n`,
        `--B\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${messageId}\r\n\r\n--B--`,
      ].join("\r\n"),
      ...mail,
    });
  const screen = async () => wordsOf(await desk.agent.get("/desk/tickets/10001"));
  return { ...desk, ticketId, answer, toCy, report, screen };
};

test("a mail that comes back stands in the ticket, stops further mail there, and an administrator lets it go again", async () => {
  const { answer, toCy, report, screen, admin } = await start();
  await answer("Which size?");
  const many = toCy().length;
  expect(await report(toCy().at(-1)!.messageId)).toMatchObject({ state: "ignored", verdict: "bounce" });
  expect(await screen()).toMatch(/Which size\?.*Came back from\s+Cy .*550 no such user.*Mail to Cy .* does not arrive/);
  await answer("Are you there?");
  expect(toCy()).toHaveLength(many);
  expect(await screen()).toMatch(/Are you there\?.*Withheld, to\s+Cy .*came back before/);
  expect((await admin.get("/admin/mailbox/addresses")).body).toContain("550 no such user");
  await admin.post("/admin/mailbox/addresses/clear", { address: "cy@acme.example" });
  await answer("Once more.");
  expect(toCy()).toHaveLength(many + 1);
  expect(await screen()).not.toContain("does not arrive");
});

test.each([
  ["a delay", "Action: delayed\r\nStatus: 4.4.1"],
  ["a message that was too large", "Action: failed\r\nStatus: 5.3.4\r\nDiagnostic-Code: smtp; 552 5.3.4 too big"],
])("a report of %s stops nothing", async (_what, facts) => {
  const { answer, toCy, report, screen } = await start();
  await answer("Which size?");
  const many = toCy().length;
  await report(toCy().at(-1)!.messageId, facts);
  expect(await screen()).not.toContain("does not arrive");
  await answer("Are you there?");
  expect(toCy()).toHaveLength(many + 1);
});

test("a report about a mail that never was ours marks nobody", async () => {
  const { answer, toCy, report, screen } = await start();
  await answer("Which size?");
  const [, domain = ""] = /\.tresen@([^>]+)>/.exec(toCy()[0]!.messageId) ?? [];
  await report(`<00000000-0000-4000-8000-000000000000.tresen@${domain}>`);
  await report(`<ticket-1.tresen@${domain}>`);
  expect(await screen()).not.toMatch(/Came back|does not arrive/);
});

/** As servers report that say nothing of the mail but that it is none of theirs. */
const bare = { headers: {}, text: "Your mail to cy@acme.example could not be delivered: 550 5.1.1 no such user here." };

test("a mail leaves from an address to which only it comes back, and is known by it, however little the report says", async () => {
  const { answer, toCy, report, screen, context } = await start(bounces);
  await answer("Which size?");
  const [first, second] = toCy().slice(-2);
  expect(second!.envelopeFrom).toMatch(/^bounces\+b\d+-[a-z2-7]{16}@desk\.example$/);
  expect(second!.envelopeFrom).not.toBe(first!.envelopeFrom);
  expect(await report("", "", { ...bare, to: second!.envelopeFrom })).toMatchObject({ verdict: "bounce" });
  expect(await screen()).toMatch(/Which size\?.*Came back from\s+Cy .*no such user/);
  const { rows } = await context.pool.query("select message_id from outgoing_mails where state = 'bounced'");
  expect(rows).toEqual([{ message_id: second!.messageId }]);
});

test("a mailbox tells by its server's headers where a mail came back to", async () => {
  const { answer, toCy, report, screen } = await start(bounces);
  await answer("Which size?");
  const returned = toCy().at(-1)!.envelopeFrom;
  await report("", "", { ...bare, to: "support@desk.example", headers: { "Delivered-To": `<${returned}>` } });
  expect(await screen()).toContain("Came back from");
});

test("an address that we have not made marks nobody, and one of ours counts before whatever else the report names", async () => {
  const { answer, toCy, report, screen, context } = await start(bounces);
  await answer("Which size?");
  const [other, last] = toCy().slice(-2);
  const forged = [
    last!.envelopeFrom.replace(/-[a-z2-7]{16}@/, "-aaaaaaaaaaaaaaaa@"),
    last!.envelopeFrom.replace(/\+b\d+-/, "+b1-"),
    last!.envelopeFrom.replace("desk.example", "evil.example"),
  ];
  for (const to of forged) await report("", "", { ...bare, to });
  expect(await screen()).not.toMatch(/Came back|does not arrive/);
  await report(other!.messageId, undefined, { to: last!.envelopeFrom });
  const { rows } = await context.pool.query("select message_id from outgoing_mails where state = 'bounced'");
  expect(rows).toEqual([{ message_id: last!.messageId }]);
});

test("a server may hand it over at that address by SMTP", async () => {
  const desk = await startMailPages(bounces);
  const handed = (to: string) => sendMail(desk.port, { envelope: { from: "", to }, text: "x", subject: "x" });
  await handed("bounces+b1-aaaaaaaaaaaaaaaa@desk.example");
  await expect(handed("nobody@desk.example")).rejects.toThrow("550");
});
