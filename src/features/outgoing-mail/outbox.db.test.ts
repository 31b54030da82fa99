import { createServer } from "node:net";
import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { startMailReceiver } from "../../../test/support/mail-receiver.ts";
import {
  contextWith,
  eventNames,
  hello,
  moveClock,
  newEvent,
  revive,
  scripted,
  send,
  tester,
} from "../../../test/support/outbox.tsx";
import { act } from "../../platform/act.ts";
import { drainJobs } from "../../platform/jobs.ts";
import { smtpTransport } from "../../platform/mail/smtp-transport.ts";
import { MailRefused } from "../../platform/mail/transport.ts";
import { hours, minutes, now } from "../../platform/time.ts";
import { claimMail } from "./actions/deliver.ts";
import { recordBounce } from "./actions/record-bounce.ts";
import { resendMail } from "./actions/resend-mail.ts";
import { mailStatesByEvent } from "./deliveries.ts";
import { sendMailJob } from "./jobs.ts";
import { queueMail } from "./queue-mail.ts";
import { rootMessageId } from "./message-ids.ts";
import { getMail, listAttempts } from "./store/mails.ts";

test("a queued mail leaves through a real mail server, once, with what mail programs need", async () => {
  const receiver = await startMailReceiver();
  const context = await contextWith(smtpTransport(receiver.url));
  const { file } = await context.files.put(Readable.from(["bytes"]), 100);
  const desk = { mailAddress: "support@muster.example" };
  const root = rootMessageId({ desk, ticketId: 17 });
  const id = await queueMail(context, {
    ...hello,
    replyTo: "support+t17-p5-aaaaaaaaaaaaaaaa@muster.example",
    inReplyTo: "<frage@kunde.example>",
    references: [root, "<frage@kunde.example>"],
    attachments: [{ name: "Protokoll.txt", type: "text/plain", file }],
  });
  await drainJobs(context, [sendMailJob]);
  await drainJobs(context, [sendMailJob]);
  expect(receiver.received).toHaveLength(1);
  const [{ from, to, raw } = { from: "", to: [], raw: "" }] = receiver.received;
  expect({ from, to }).toEqual({ from: "support@muster.example", to: ["cy@kunde.example"] });
  expect(raw).toContain("From: Muster Support <support@muster.example>");
  expect(raw).toContain("To: Cy Kunde <cy@kunde.example>");
  expect(raw).toContain("Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe_10482?=");
  expect(raw).toContain("Reply-To: support+t17-p5-aaaaaaaaaaaaaaaa@muster.example");
  expect(raw).toContain("In-Reply-To: <frage@kunde.example>");
  expect(raw.replace(/\r\n /g, " ")).toContain(`References: ${root} <frage@kunde.example>`);
  expect(raw).toContain("Auto-Submitted: auto-replied");
  expect(raw).toContain("X-Auto-Response-Suppress:");
  expect(raw).toMatch(/Message-ID: <[0-9a-f-]{36}\.tresen@muster\.example>/);
  expect(raw).toContain("Content-Type: multipart/alternative");
  expect(raw).toContain("filename=Protokoll.txt");
  const mail = await getMail(context.db, id);
  expect(mail).toMatchObject({ state: "sent", response: expect.stringContaining("kept as number 1") });
  expect(mail.text).toContain("Schöne Grüße");
  expect((await listAttempts(context.db, id)).map(({ outcome }) => outcome)).toEqual(["sent"]);
});

test("words that somebody wrote are not marked as automatic", async () => {
  const receiver = await startMailReceiver();
  const context = await contextWith(smtpTransport(receiver.url));
  await queueMail(context, { ...hello, automatic: false, authorName: "Ann Meyer" });
  await drainJobs(context, [sendMailJob]);
  expect(receiver.received[0]?.raw).toContain('From: "Ann Meyer (Muster Support)" <support@muster.example>');
  expect(receiver.received[0]?.raw).not.toMatch(/Auto-Submitted|X-Auto-Response-Suppress/);
});

test("without a mail server the mail is kept, says so, and leaves when somebody sends it again", async () => {
  const context = await contextWith();
  const id = await queueMail(context, hello);
  await drainJobs(context, [sendMailJob]);
  expect(await getMail(context.db, id)).toMatchObject({ state: "kept", attempts: 0 });
  const transport = scripted([]);
  await act(context.db, tester, resendMail, { mailId: id });
  await drainJobs({ ...context, mail: transport }, [sendMailJob]);
  expect(transport.sent).toHaveLength(1);
  expect(await getMail(context.db, id)).toMatchObject({ state: "sent" });
});

test("a mail server that is away holds a mail up, and nothing is lost or doubled when it is back", async () => {
  const pass = moveClock();
  // A port that was free a moment ago: nobody listens there until the server is back.
  const probe = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => probe.once("listening", resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  const context = await contextWith(smtpTransport(`smtp://127.0.0.1:${port}`));
  const ids = [await queueMail(context, hello), await queueMail(context, hello)];
  for (let minute = 0; minute < 60; minute++) {
    for (const id of ids) await send(context, id);
    pass(minutes(1));
  }
  for (const id of ids)
    expect(await getMail(context.db, id)).toMatchObject({
      state: "queued",
      response: expect.stringContaining("ECONNREFUSED"),
      attempts: 6,
    });
  const receiver = await startMailReceiver({ port });
  pass(hours(1));
  for (const id of [...ids, ...ids]) await send(context, id);
  expect(receiver.received).toHaveLength(2);
  for (const id of ids) expect(await getMail(context.db, id)).toMatchObject({ state: "sent" });
});

test("a recipient who is refused for good is told at once, and can be tried again by hand", async () => {
  let refused = true;
  const receiver = await startMailReceiver({
    refuse: () => (refused ? { code: 550, text: "5.1.1 no such mailbox" } : undefined),
  });
  const context = await contextWith(smtpTransport(receiver.url));
  const id = await queueMail(context, { ...hello, about: { kind: "ticket", id: 17 } });
  await drainJobs(context, [sendMailJob]);
  expect(await getMail(context.db, id)).toMatchObject({
    state: "failed",
    response: expect.stringContaining("5.1.1 no such mailbox"),
  });
  expect(await eventNames(context, "mail.failed")).toMatchObject([{ subject_id: id }]);
  refused = false;
  await act(context.db, tester, resendMail, { mailId: id });
  await drainJobs(context, [sendMailJob]);
  expect(receiver.received).toHaveLength(1);
  expect((await listAttempts(context.db, id)).map(({ outcome }) => outcome)).toEqual(["sent", "refused"]);
});

test("a recipient who is refused for now is tried again, with pauses, for a day, and then failed", async () => {
  const pass = moveClock();
  const transport = scripted(Array.from({ length: 100 }, () => new Error("451 greylisted")));
  const context = await contextWith(transport);
  const id = await queueMail(context, hello);
  const begin = now();
  let tries = 0;
  let spent = 0;
  while ((await getMail(context.db, id)).state === "queued") {
    const { nextAttemptAt } = await getMail(context.db, id);
    expect(nextAttemptAt!.getTime()).toBeGreaterThanOrEqual(now().getTime());
    pass(nextAttemptAt!.getTime() - now().getTime());
    await send(context, id);
    spent = now().getTime() - begin.getTime();
    expect(++tries).toBeLessThan(50);
  }
  expect(tries).toBe(12);
  expect(spent).toBeGreaterThan(hours(23));
  expect(spent).toBeLessThan(hours(25));
  expect(await getMail(context.db, id)).toMatchObject({ state: "failed", response: "451 greylisted" });
});

test("before its pause is over a mail is not tried again, whoever asks", async () => {
  const transport = scripted([new Error("451 later")]);
  const context = await contextWith(transport);
  const id = await queueMail(context, hello);
  await send(context, id);
  await send(context, id);
  expect(transport.sent).toEqual([]);
  expect(await getMail(context.db, id)).toMatchObject({ state: "queued", attempts: 1 });
});

test("a process that is killed while sending leaves a mail that another one sends", async () => {
  const pass = moveClock();
  const transport = scripted([]);
  const context = await contextWith(transport);
  const id = await queueMail(context, hello);
  // As far as a killed process comes: it has the mail, and is never heard of again.
  expect(await act(context.db, tester, claimMail, { mailId: id })).toMatchObject({ id });
  await send(context, id);
  await revive(context);
  expect(transport.sent).toEqual([]);
  pass(minutes(2) + 1);
  await revive(context);
  expect(await getMail(context.db, id)).toMatchObject({ state: "queued", attempts: 1 });
  pass(minutes(1));
  await send(context, id);
  expect(transport.sent).toHaveLength(1);
  expect((await listAttempts(context.db, id)).map(({ outcome }) => outcome)).toEqual(["sent", "interrupted"]);
});

test("a mail whose job was lost is taken up again", async () => {
  const pass = moveClock();
  const transport = scripted([]);
  const context = await contextWith(transport);
  await queueMail(context, hello);
  await context.pool.query("delete from graphile_worker._private_jobs");
  pass(minutes(2));
  await revive(context);
  const { rows } = await context.pool.query("select key from graphile_worker.jobs");
  expect(rows).toHaveLength(1);
});

test("two workers that want the same mail send it once", async () => {
  const transport = scripted([]);
  const context = await contextWith(transport);
  const id = await queueMail(context, hello);
  await Promise.all(Array.from({ length: 6 }, () => send(context, id)));
  expect(transport.sent).toHaveLength(1);
});

test("the same reason mails the same person once, also when it comes twice at the same time", async () => {
  const context = await contextWith();
  const ids = await Promise.all(
    Array.from({ length: 4 }, () => queueMail(context, { ...hello, onceKey: "ticket.answered 7 to 5" })),
  );
  expect(new Set(ids).size).toBe(1);
  const { rows } = await context.pool.query("select count(*) as many from outgoing_mails");
  expect(rows).toEqual([{ many: 1 }]);
});

test("a bounce is written down at the mail that came back", async () => {
  const context = await contextWith(scripted([]));
  const eventId = await newEvent(context);
  const id = await queueMail(context, { ...hello, eventId });
  await send(context, id);
  await act(context.db, tester, recordBounce, { mailId: id, diagnostic: "550 5.1.1 unknown user" });
  await act(context.db, tester, recordBounce, { mailId: id, diagnostic: "550 5.1.1 unknown user" });
  expect((await mailStatesByEvent(context.db, [eventId])).get(eventId)).toMatchObject([
    { state: "bounced", response: "550 5.1.1 unknown user" },
  ]);
  expect(await eventNames(context, "mail.bounced")).toHaveLength(1);
});

test("only administrators send again, and nothing that is waiting", async () => {
  const context = await contextWith(scripted([new MailRefused("550 no")]));
  const id = await queueMail(context, hello);
  await expect(act(context.db, tester, resendMail, { mailId: id })).rejects.toThrow("notResendable");
  await send(context, id);
  const ann = {
    kind: "agent",
    role: "member",
    personId: 1,
    name: "Ann",
    email: null,
    teamIds: [],
    locale: "en",
    timeZone: "UTC",
  } as const;
  await expect(act(context.db, ann, resendMail, { mailId: id })).rejects.toThrow("forbidden");
  await act(context.db, { ...ann, role: "administrator" }, resendMail, { mailId: id });
  expect(await getMail(context.db, id)).toMatchObject({ state: "queued" });
});
