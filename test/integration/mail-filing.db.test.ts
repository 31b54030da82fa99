import { expect, test } from "vitest";
import { us } from "../support/cast.ts";
import { arrive, startMailDesk, type MailDesk } from "../support/incoming.ts";
import { act } from "../../src/platform/act.ts";
import type { Actor } from "../../src/platform/actor.ts";
import { deactivatePerson } from "../../src/features/people/actions/deactivate-person.ts";
import { findPersonByEmail, organisationsOf } from "../../src/features/people/index.ts";
import { rootMessageId } from "../../src/features/outgoing-mail/index.ts";
import { closeTicket, findTicketById, openTicket } from "../../src/features/tickets/index.ts";
import { listLinks } from "../../src/features/tickets/store/links.ts";
import { listMessages } from "../../src/features/tickets/store/messages.ts";
import { fileMailJob } from "../../src/features/incoming-mail/jobs.ts";
import { retryMail } from "../../src/features/incoming-mail/actions/retry-mail.ts";

const opened = async ({ context }: MailDesk, actor: Actor) =>
  act(context.db, actor, openTicket, { subject: "Export fails", text: "It stops at 90 %." });

const ticketOf = async ({ context }: MailDesk, id: number | null) => (await findTicketById(context.db, us, id ?? 0))!;
const messagesOf = ({ context }: MailDesk, ticketId: number) => listMessages(context.db, ticketId);

test("a mail of an unknown person opens a ticket in the person's language", async () => {
  const desk = await startMailDesk();
  const mail = await arrive(desk, {
    from: "Jürgen Größer <Juergen@Kunde.example>",
    subject: "Export bricht ab",
    text: "Guten Tag,\n\nder Export bricht bei uns ab. Können Sie bitte helfen?\n\n-- \nJürgen",
  });
  expect(mail).toMatchObject({ state: "filed", verdict: "ticket", reason: "new" });
  const person = await findPersonByEmail(desk.context.db, "juergen@kunde.example");
  expect(person).toMatchObject({ name: "Jürgen Größer", locale: "de", emailVerifiedAt: null, hasAccount: false });
  const ticket = await ticketOf(desk, mail.ticketId);
  expect(ticket).toMatchObject({
    subject: "Export bricht ab",
    channel: "mail",
    status: "open",
    requesterId: person!.id,
  });
  expect(await messagesOf(desk, ticket.id)).toMatchObject([
    {
      side: "customer",
      authorId: person!.id,
      text: "Guten Tag,\n\nder Export bricht bei uns ab. Können Sie bitte helfen?",
      quoted: "-- \nJürgen",
      mailMessageId: mail.messageId,
    },
  ]);
});

test("an answer to the person's own reply address joins the ticket, whatever its subject says", async () => {
  const desk = await startMailDesk();
  const { ticketId } = await opened(desk, desk.cast.cy);
  const mail = await arrive(desk, {
    from: "Cy <cy@acme.example>",
    to: desk.replyTo(ticketId, desk.cast.cy.personId),
    cc: "Cora <cora@acme.example>, ann@desk.example, support@desk.example",
    subject: "something else",
    text: "At 2 GB.\n\nOn Tue, 3 Nov 2026 at 14:05, Helpful Ltd <support@desk.example> wrote:\n> Which size?",
  });
  expect(mail).toMatchObject({ state: "filed", reason: "signed-address", ticketId });
  expect((await messagesOf(desk, ticketId)).at(-1)).toMatchObject({
    authorId: desk.cast.cy.personId,
    channel: "mail",
    text: "At 2 GB.",
    quoted: expect.stringContaining("> Which size?"),
  });
  // Cora was in CC and joins; Ann reads at the desk anyway, and the desk's address is nobody.
  expect((await ticketOf(desk, ticketId)).participantIds).toEqual([desk.cast.cora.personId]);
});

test("an answer is known by our Message-ID that went to this person", async () => {
  const desk = await startMailDesk();
  const { ticketId } = await opened(desk, desk.cast.cy);
  await desk.drain();
  const { rows } = await desk.context.pool.query<{ message_id: string }>(
    "select message_id from outgoing_mails where to_address = 'cy@acme.example'",
  );
  const mail = await arrive(desk, {
    from: "cy@acme.example",
    subject: "Re: mine",
    headers: { "In-Reply-To": rows[0]!.message_id },
  });
  expect(mail).toMatchObject({ reason: "message-id", ticketId });
});

test("whoever answers to his own reply address has proved his address and joins its organisation; the number proves nothing", async () => {
  const desk = await startMailDesk();
  const { db, pool } = desk.context;
  const verifiedAt = async () => (await findPersonByEmail(db, "new@acme.example"))!.emailVerifiedAt;
  await pool.query("insert into organisation_domains (organisation_id, domain) values ($1, 'acme.example')", [
    desk.cast.acme,
  ]);
  const first = await arrive(desk, { from: "new@acme.example" });
  const { id } = (await findPersonByEmail(db, "new@acme.example"))!;
  const { number } = await ticketOf(desk, first.ticketId);
  await arrive(desk, { from: "new@acme.example", subject: `Re: [#${number}]` });
  expect(await verifiedAt()).toBeNull();
  expect(await organisationsOf(db, id)).toEqual([]);
  const to = desk.replyTo(first.ticketId!, id);
  expect(await arrive(desk, { from: "new@acme.example", to })).toMatchObject({ reason: "signed-address" });
  expect(await verifiedAt()).toBeInstanceOf(Date);
  expect(await organisationsOf(db, id)).toMatchObject([{ id: desk.cast.acme }]);
});

test.each([
  ["before ours", (number: number) => `[#99001] Re: [#${number}] Export`],
  ["behind ours", (number: number) => `Re: [#${number}] [#99001] Export`],
  ["which is a ticket of somebody else's here", (number: number) => `[#${number + 1}] Re: [#${number}] Export`],
])("another desk's number in the subject, %s, leads nowhere else", async (_where, subjectWith) => {
  const desk = await startMailDesk();
  const { cy, eve } = desk.cast;
  const { number, ticketId } = await act(desk.context.db, cy, openTicket, { subject: "Export", text: "It fails." });
  await act(desk.context.db, eve, openTicket, { subject: "Other", text: "Mine." });
  const filed = await arrive(desk, { from: cy.email ?? "", subject: subjectWith(number) });
  expect(filed.ticketId).toBe(ticketId);
});

test("somebody who takes part is heard by the number alone, but brings nobody along", async () => {
  const desk = await startMailDesk();
  const { ticketId, number } = await opened(desk, desk.cast.cy);
  const mail = await arrive(desk, {
    from: "cy@acme.example",
    cc: "evil@evil.example",
    subject: `Re: [#${number}] Export`,
  });
  expect(mail).toMatchObject({ reason: "number", ticketId });
  expect((await ticketOf(desk, ticketId)).participantIds).toEqual([]);
});

test.each([
  ["the number", (number: number) => ({ subject: `Re: [#${number}] Export` })],
  [
    "made-up References",
    (_number: number, ticketId: number) => ({
      headers: { References: rootMessageId({ desk: { mailAddress: "support@desk.example" }, ticketId }) },
    }),
  ],
])("a stranger with %s gets a ticket of his own, linked for agents", async (_what, written) => {
  const desk = await startMailDesk();
  const { ticketId, number } = await opened(desk, desk.cast.cy);
  const mail = await arrive(desk, { from: "eve@globex.example", ...written(number, ticketId) });
  expect(mail).toMatchObject({ state: "filed", reason: "not-a-participant" });
  expect(mail.ticketId).not.toBe(ticketId);
  expect((await ticketOf(desk, mail.ticketId)).requesterId).toBe(desk.cast.eve.personId);
  expect(await listLinks(desk.context.db, mail.ticketId!)).toMatchObject([{ otherId: ticketId, kind: "related" }]);
  expect(await messagesOf(desk, ticketId)).toHaveLength(1);
});

test("a stranger to whom somebody forwarded his mail does not join by its reply address", async () => {
  const desk = await startMailDesk();
  const { ticketId } = await opened(desk, desk.cast.cy);
  const to = desk.replyTo(ticketId, desk.cast.cy.personId);
  const mail = await arrive(desk, { from: "eve@globex.example", to });
  expect(mail).toMatchObject({ reason: "not-a-participant" });
  expect(await messagesOf(desk, ticketId)).toHaveLength(1);
});

test("an agent answers the customer by answering his own notification", async () => {
  const desk = await startMailDesk();
  const { ticketId } = await opened(desk, desk.cast.cy);
  const mail = await arrive(desk, {
    from: "Ann <ann@desk.example>",
    to: desk.replyTo(ticketId, desk.cast.ann.personId),
    text: "Which version is it?",
  });
  expect(mail).toMatchObject({ state: "filed", reason: "signed-address", ticketId });
  expect((await messagesOf(desk, ticketId)).at(-1)).toMatchObject({
    side: "agent",
    kind: "public",
    text: "Which version is it?",
  });
});

test("whoever only writes an agent's address does not speak for the desk", async () => {
  const desk = await startMailDesk();
  const { ticketId, number } = await opened(desk, desk.cast.cy);
  const forged = [
    { subject: `Re: [#${number}]` },
    { to: desk.replyTo(ticketId, desk.cast.cy.personId) },
    { headers: { "In-Reply-To": rootMessageId({ desk: { mailAddress: "support@desk.example" }, ticketId }) } },
  ];
  for (const each of forged)
    expect(await arrive(desk, { from: "ann@desk.example", ...each })).toMatchObject({ reason: "not-a-participant" });
  expect(await messagesOf(desk, ticketId)).toHaveLength(1);
});

test("people in CC of a new request take part in it", async () => {
  const desk = await startMailDesk();
  const mail = await arrive(desk, {
    from: "cy@acme.example",
    to: "support@desk.example, Cora <cora@acme.example>",
    cc: "New Body <new@acme.example>, SUPPORT@desk.example, no-reply@acme.example",
  });
  const { participantIds } = await ticketOf(desk, mail.ticketId);
  const fresh = await findPersonByEmail(desk.context.db, "new@acme.example");
  expect(participantIds.toSorted((a, b) => a - b)).toEqual([desk.cast.cora.personId, fresh!.id]);
});

test("the same message from the same server is one ticket, also when it comes twice at the same time", async () => {
  const desk = await startMailDesk();
  const twice = { from: "cy@acme.example", headers: { "Message-ID": "<same@acme.example>" } };
  const [one, two] = await Promise.all([arrive(desk, twice), arrive(desk, twice)]);
  expect(one.id).toBe(two.id);
  const { rows } = await desk.context.pool.query("select count(*) as many from tickets");
  expect(rows).toEqual([{ many: 1 }]);
});

test("a message whose job runs several times at once, or again, is filed once", async () => {
  const desk = await startMailDesk();
  const { id } = await arrive(desk, { from: "cy@acme.example" });
  await desk.context.pool.query("update incoming_mails set state = 'stored' where id = $1", [id]);
  await Promise.all(Array.from({ length: 4 }, () => fileMailJob.run(desk.context, { mailId: id })));
  await fileMailJob.run(desk.context, { mailId: id });
  const { rows } = await desk.context.pool.query("select count(*) as many from tickets");
  expect(rows).toEqual([{ many: 2 }]);
});

test("an answer that the ticket does not take becomes one of its own beside it", async () => {
  const desk = await startMailDesk();
  const { ticketId } = await opened(desk, desk.cast.cy);
  await desk.context.pool.query("update ticket_types set statuses = array_remove(statuses, 'cancelled')");
  await desk.context.pool.query("update tickets set status = 'draft', submitted_at = null where id = $1", [ticketId]);
  const mail = await arrive(desk, { from: "cy@acme.example", to: desk.replyTo(ticketId, desk.cast.cy.personId) });
  expect(mail).toMatchObject({ state: "filed", reason: "reply-refused" });
  expect(mail.ticketId).not.toBe(ticketId);
});

test("an answer to a ticket that was closed long ago becomes its follow-up", async () => {
  const desk = await startMailDesk();
  const { ticketId } = await opened(desk, desk.cast.cy);
  await act(desk.context.db, desk.cast.ada, closeTicket, { ticketId });
  await desk.context.pool.query("update tickets set closed_at = closed_at - interval '90 days' where id = $1", [
    ticketId,
  ]);
  const mail = await arrive(desk, { from: "cy@acme.example", to: desk.replyTo(ticketId, desk.cast.cy.personId) });
  expect(mail.state).toBe("filed");
  expect(await ticketOf(desk, mail.ticketId)).toMatchObject({ followUpOf: ticketId });
});

test("automatic mail opens nothing, is kept with the reason, and can be filed by hand", async () => {
  const desk = await startMailDesk();
  const mail = await arrive(desk, { from: "cy@acme.example", headers: { "Auto-Submitted": "auto-replied" } });
  expect(mail).toMatchObject({ state: "ignored", verdict: "auto-reply", reason: "auto-submitted", ticketId: null });
  await act(desk.context.db, desk.cast.ada, retryMail, { mailId: mail.id });
  await desk.file();
  const { rows } = await desk.context.pool.query("select count(*) as many from tickets");
  expect(rows).toEqual([{ many: 0 }]);
  await expect(act(desk.context.db, desk.cast.ann, retryMail, { mailId: mail.id })).rejects.toThrow("forbidden");
  await act(desk.context.db, desk.cast.ada, retryMail, { mailId: mail.id, anyway: "on" });
  await desk.file();
  expect((await desk.context.pool.query("select state, reason from incoming_mails")).rows).toEqual([
    { state: "filed", reason: "new" },
  ]);
  await expect(act(desk.context.db, desk.cast.ada, retryMail, { mailId: mail.id })).rejects.toThrow("notRetriable");
});

test("our own mail that comes back opens nothing", async () => {
  const desk = await startMailDesk();
  await opened(desk, desk.cast.cy);
  await desk.drain();
  const { rows } = await desk.context.pool.query<{ message_id: string }>(
    "select message_id from outgoing_mails limit 1",
  );
  const back = { "Message-ID": rows[0]!.message_id };
  expect(await arrive(desk, { from: "cy@acme.example", headers: back })).toMatchObject({ verdict: "own" });
  expect(await arrive(desk, { from: "support@desk.example" })).toMatchObject({ verdict: "own", reason: "own-address" });
});

test("what cannot be filed is kept with the reason, and filed when it is tried again", async () => {
  const desk = await startMailDesk();
  await desk.context.pool.query("update ticket_types set retired_at = now()");
  const mail = await arrive(desk, { from: "cy@acme.example" });
  expect(mail).toMatchObject({ state: "failed", subject: "Export fails", from: { address: "cy@acme.example" } });
  expect(mail.error).not.toBe("");
  await desk.context.pool.query("update ticket_types set retired_at = null");
  await act(desk.context.db, desk.cast.ada, retryMail, { mailId: mail.id });
  await desk.file();
  expect((await desk.context.pool.query("select state from incoming_mails")).rows).toEqual([{ state: "filed" }]);
});

test("a message that cannot even be described is kept as failed, with the reason", async () => {
  const desk = await startMailDesk();
  await desk.context.pool.query(`
    create function refuse_poison() returns trigger language plpgsql as
      $$ begin raise exception 'no \u00e4 poison'; end $$;
    create trigger refuse_poison before update on incoming_mails for each row
      when (new.subject like 'Poison%') execute function refuse_poison()`);
  const mail = await arrive(desk, { from: "cy@acme.example", subject: "Poison" });
  expect(mail).toMatchObject({ state: "failed", subject: "", error: expect.stringContaining("poison") });
});

test("a message without any sender is kept for somebody to look at", async () => {
  const desk = await startMailDesk();
  const mail = await arrive(desk, { from: "", envelopeFrom: "x@x.example", headers: { From: "nobody" } });
  // The envelope says who sent it.
  expect(mail).toMatchObject({ state: "filed", from: { address: "x@x.example" } });
});

test("bytes that no database takes do not keep a message from being filed", async () => {
  const desk = await startMailDesk();
  const mail = await arrive(desk, {
    from: "C\0y <cy@acme.example>",
    subject: "NUL\0 and \uFFFE",
    text: "one\0two",
    headers: { "Message-ID": "<a\0b@x.example>", "In-Reply-To": "<c\0d@x.example>" },
  });
  expect(mail).toMatchObject({ state: "filed", subject: expect.stringMatching(/^NUL and/) });
  expect((await messagesOf(desk, mail.ticketId!))[0]?.text).toBe("onetwo");
});

test("a deactivated person's mail is kept, and opens nothing", async () => {
  const desk = await startMailDesk();
  await act(desk.context.db, desk.cast.ada, deactivatePerson, { personId: desk.cast.cy.personId });
  expect(await arrive(desk, { from: "cy@acme.example" })).toMatchObject({ state: "ignored", reason: "deactivated" });
});

test("a report that a mail came back is written down at that mail", async () => {
  const desk = await startMailDesk({
    mail: { kind: "smtp", send: () => Promise.resolve("250 ok"), close: () => undefined },
  });
  await opened(desk, desk.cast.cy);
  await desk.drain();
  const { rows } = await desk.context.pool.query<{ message_id: string }>(
    "select message_id from outgoing_mails where to_address = 'cy@acme.example'",
  );
  const mail = await arrive(desk, {
    from: "MAILER-DAEMON@mx.example",
    envelopeFrom: "",
    subject: "Undelivered Mail Returned to Sender",
    headers: { "Content-Type": 'multipart/report; report-type=delivery-status; boundary="B"' },
    text: [
      "--B\r\nContent-Type: message/delivery-status\r\n",
      "Final-Recipient: rfc822; cy@acme.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550 no such user\r\n",
      `--B\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: ${rows[0]!.message_id}\r\n\r\n--B--`,
    ].join("\r\n"),
  });
  expect(mail).toMatchObject({ state: "ignored", verdict: "bounce" });
  const bounced = await desk.context.pool.query(
    "select to_address, response from outgoing_mails where state = 'bounced'",
  );
  expect(bounced.rows).toEqual([{ to_address: "cy@acme.example", response: "550 no such user" }]);
});
