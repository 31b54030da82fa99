import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { mailFixture } from "../support/mail-fixtures.ts";
import { us } from "../support/cast.ts";
import { freshDb } from "../support/db.ts";
import { startMailDesk, type MailDesk } from "../support/incoming.ts";
import { moveClock } from "../support/outbox.tsx";
import { openMailbox, sendMail } from "../support/smtp.ts";
import { hours, minutes } from "../../src/platform/time.ts";
import { smtpTransport } from "../../src/platform/mail/smtp-transport.ts";
import { findTicketByNumber } from "../../src/features/tickets/index.ts";
import { listMessages } from "../../src/features/tickets/store/messages.ts";
import { listIncoming } from "../../src/features/incoming-mail/store.ts";

const rawOf = async ({ context }: MailDesk) =>
  (await context.pool.query<{ raw: Buffer }>("select raw from incoming_mails order by id")).rows.map(({ raw }) => raw);

const sendRaw = (port: number, raw: Buffer | string, to = "support@desk.example") =>
  sendMail(port, { envelope: { from: "cy@acme.example", to }, raw });

/** An agent's answer waits for some seconds, in which it can be taken back; the queue goes by the database's clock. */
const letHoldPass = async ({ context: { pool } }: MailDesk) => {
  await pool.query("update messages set held_until = now() where held_until is not null");
  await pool.query("update outgoing_mails set next_attempt_at = now() where next_attempt_at > now()");
  await pool.query("update graphile_worker._private_jobs set run_at = now() where run_at > now()");
};

test("a message that is acknowledged is kept, byte for byte", async () => {
  const desk = await startMailDesk();
  const raw = mailFixture("attachments");
  const { response } = await sendRaw(desk.port, raw);
  expect(response).toMatch(/^250 .*kept as \d+/);
  expect((await rawOf(desk))[0]?.toString("latin1").trimEnd()).toBe(raw.toString("latin1").trimEnd());
  const [mail] = await listIncoming(desk.context.db, {}, { limit: 10, offset: 0 });
  expect(mail).toMatchObject({
    state: "stored",
    source: "smtp",
    envelope: { from: "cy@acme.example", to: ["support@desk.example"] },
  });
});

test("a customer asks, is answered and answers again, all by mail", async () => {
  const mailbox = await openMailbox();
  const desk = await startMailDesk({ mail: smtpTransport(mailbox.url) });
  await sendMail(desk.port, {
    from: "Cy <cy@acme.example>",
    to: "Support <support@desk.example>",
    subject: "Export fails",
    messageId: "<first@acme.example>",
    text: "It stops at 90 %.",
    attachments: [{ filename: "log.txt", content: "line 1" }],
  });
  await desk.drain();
  const received = await mailbox.waitFor("cy@acme.example");
  const number = Number(/#(\d+)/.exec(received.parsed.subject ?? "")?.[1]);
  const ticket = (await findTicketByNumber(desk.context.db, us, number))!;
  const [first] = await listMessages(desk.context.db, ticket.id);
  expect(first?.attachments).toMatchObject([{ name: "log.txt", size: 6, type: "text/plain" }]);
  // Ann was told, and answers from her mail program.
  const notice = await mailbox.waitFor("ann@desk.example");
  const reply = (mail: typeof notice, from: string, text: string) =>
    sendMail(desk.port, {
      from,
      to: mail.parsed.replyTo?.text ?? "",
      subject: `Re: ${mail.parsed.subject ?? ""}`,
      inReplyTo: mail.parsed.messageId ?? "",
      references: [...[mail.parsed.references ?? []].flat(), mail.parsed.messageId ?? ""],
      text,
    });
  await reply(notice, "Ann <ann@desk.example>", "Which version?");
  await desk.drain();
  await letHoldPass(desk);
  await desk.drain();
  const answer = await mailbox.waitFor("cy@acme.example", { isWanted: ({ raw }) => raw.includes("Which version?") });
  expect([answer.parsed.references ?? []].flat()).toContain("<first@acme.example>");
  expect(answer.parsed.headers.get("auto-submitted")).toBeUndefined();
  await reply(
    answer,
    "Cy <cy@acme.example>",
    "4.2\n\nOn 3 Nov 2026, at 14:05, Ann <support@desk.example> wrote:\n> Which version?",
  );
  await desk.drain();
  expect((await listMessages(desk.context.db, ticket.id)).map(({ side, text }) => [side, text])).toEqual([
    ["customer", "It stops at 90 %."],
    ["agent", "Which version?"],
    ["customer", "4.2"],
  ]);
});

test("mail to anybody else is refused, mail to the desk's tagged addresses is not", async () => {
  const desk = await startMailDesk();
  const raw = "From: cy@acme.example\r\nSubject: x\r\n\r\nx";
  await expect(sendRaw(desk.port, raw, "boss@desk.example")).rejects.toMatchObject({ responseCode: 550 });
  await expect(sendRaw(desk.port, raw, "support@other.example")).rejects.toMatchObject({ responseCode: 550 });
  await sendRaw(desk.port, raw, "Support+anything@Desk.example");
  expect(await rawOf(desk)).toHaveLength(1);
});

test("a message of more than 50 MB is refused and not kept", async () => {
  const desk = await startMailDesk();
  const raw = `From: cy@acme.example\r\n\r\n${`${"x".repeat(998)}\r\n`.repeat(53_000)}`;
  await expect(sendRaw(desk.port, raw)).rejects.toMatchObject({ responseCode: 552 });
  expect(await rawOf(desk)).toHaveLength(0);
});

test("without its database the desk asks the sender to come back, and then loses nothing", async () => {
  const desk = await startMailDesk();
  const raw = "From: cy@acme.example\r\nSubject: later\r\n\r\nx";
  const { rows } = await desk.context.pool.query<{ name: string }>("select current_database() as name");
  const name = rows[0]!.name;
  const admin = await freshDb(1);
  const allow = (may: boolean) => admin.pool.query(`alter database ${name} with allow_connections ${String(may)}`);
  await allow(false);
  await admin.pool.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", [name]);
  await expect(sendRaw(desk.port, raw)).rejects.toMatchObject({ responseCode: 451 });
  await allow(true);
  await sendRaw(desk.port, raw);
  expect(await rawOf(desk)).toHaveLength(1);
});

test("a message sent twice, as servers do that did not hear the answer, is kept once", async () => {
  const desk = await startMailDesk();
  await sendRaw(desk.port, mailFixture("attachments"));
  await sendRaw(desk.port, mailFixture("attachments"));
  expect(await rawOf(desk)).toHaveLength(1);
});

test("a device that writes the same bytes each time is heard each time; only what comes within an hour is sent twice", async () => {
  const pass = moveClock();
  const desk = await startMailDesk();
  const alarm =
    "From: ups@acme.example\r\nTo: support@desk.example\r\nSubject: Battery low\r\n\r\nPlease replace it.\r\n";
  const cameAfter = async (milliseconds: number, raw: string | Buffer) => {
    pass(milliseconds);
    await sendRaw(desk.port, raw);
    return (await rawOf(desk)).length;
  };
  expect(await cameAfter(0, alarm)).toBe(1);
  expect(await cameAfter(minutes(50), alarm)).toBe(1);
  expect(await cameAfter(minutes(20), alarm)).toBe(2);
  expect(await cameAfter(minutes(20), alarm)).toBe(2);
  expect(await cameAfter(hours(100), alarm)).toBe(3);
  // What has a Message-ID says itself which message it is.
  expect(await cameAfter(0, mailFixture("attachments"))).toBe(4);
  expect(await cameAfter(hours(100), mailFixture("attachments"))).toBe(4);
});

test("stopping takes no more clients, but lets the one in the middle of a message finish", async () => {
  const desk = await startMailDesk();
  const socket = connect(desk.port, "127.0.0.1");
  await once(socket, "data");
  const say = async (line: string) => {
    socket.write(`${line}\r\n`);
    return String((await once(socket, "data"))[0]);
  };
  await say("EHLO x");
  await say("MAIL FROM:<cy@acme.example>");
  await say("RCPT TO:<support@desk.example>");
  expect(await say("DATA")).toMatch(/^354/);
  const stopped = desk.stop();
  await pause(50);
  await expect(createTransport({ host: "127.0.0.1", port: desk.port }).verify()).rejects.toThrow("ECONNREFUSED");
  expect(await say("From: cy@acme.example\r\nSubject: x\r\n\r\nlast words\r\n.")).toMatch(/^250/);
  socket.end("QUIT\r\n");
  await stopped;
  expect(await rawOf(desk)).toHaveLength(1);
});
