import { expect, test } from "vitest";
import { arrive, desk as home, startMailDesk, type MailDesk, type Written } from "../support/incoming.ts";
import { act } from "../../src/platform/act.ts";
import { replyAddress } from "../../src/features/outgoing-mail/index.ts";
import { addNote, openTicket } from "../../src/features/tickets/index.ts";
import { listMessages } from "../../src/features/tickets/store/messages.ts";

const secret = "He never pays his bills, be careful with any promise.";

interface Noted extends MailDesk {
  ticketId: number;
  /** The mail that told Tom of the note. */
  mention: { reply_to: string; message_id: string };
}

const noted = async (): Promise<Noted> => {
  const desk = await startMailDesk();
  const { context, cast } = desk;
  const { ticketId } = await act(context.db, cast.cy, openTicket, { subject: "Export", text: "It stops at 90 %." });
  await act(context.db, cast.ann, addNote, { ticketId, text: `@${cast.tom.name} ${secret}` });
  await desk.drain();
  const { rows } = await context.pool.query<Noted["mention"]>(
    "select reply_to, message_id from outgoing_mails where template = 'tickets.desk-mentioned'",
  );
  return { ...desk, ticketId, mention: rows[0]! };
};

const answer = async (desk: Noted, mail: Partial<Written>) => {
  const came = await arrive(desk, { from: desk.cast.tom.email!, subject: "Re: Export", ...mail });
  return { came, said: (await listMessages(desk.context.db, desk.ticketId)).at(-1)! };
};
/** Tom's usual address in the ticket, as his other notifications name it. */
const usual = (desk: Noted) => desk.replyTo(desk.ticketId, desk.cast.tom.personId);

test("an answer to the mail about an internal note is a note, and nobody outside gets it", async () => {
  const desk = await noted();
  const { context, cast, ticketId } = desk;
  const { signer } = context;
  expect(desk.mention.reply_to).toBe(
    replyAddress({ signer, desk: home, ticketId, personId: cast.tom.personId, isInternal: true }),
  );
  const { came, said } = await answer(desk, { to: desk.mention.reply_to, text: "I see, thanks.", cc: "x@x.example" });
  expect(came).toMatchObject({ state: "filed", reason: "answers-note", ticketId });
  expect(said).toMatchObject({ kind: "note", isInternal: true, side: "agent", text: "I see, thanks." });
  await desk.drain();
  const mails = await context.pool.query("select 1 from outgoing_mails where template = 'tickets.answered'");
  expect(mails.rows).toEqual([]);
});

test("it is a note, too, when only its In-Reply-To tells what it answers", async () => {
  const desk = await noted();
  const { came, said } = await answer(desk, { headers: { "In-Reply-To": desk.mention.message_id }, text: "I see." });
  expect(came).toMatchObject({ reason: "answers-note", ticketId: desk.ticketId });
  expect(said).toMatchObject({ isInternal: true, text: "I see." });
});

test.each<[string, Partial<Written>]>([
  ["an inline answer", { text: `> ${secret}\n\nReally?\n\n> Greetings\n\nYes, thanks.` }],
  [
    "see below above Outlook's headers",
    {
      text: `See below.\n\nFrom: Helpful Ltd <support@desk.example>\nSent: Tuesday, 3 November 2026 14:05\nTo: Tom\nSubject: Export\n\n${secret}`,
    },
  ],
  [
    "a forwarded mail",
    { subject: "Fwd: Export", text: `Please look.\n\n---------- Forwarded message ---------\n${secret}` },
  ],
  [
    "HTML only",
    {
      headers: { "Content-Type": "text/html; charset=utf-8" },
      text: `<p>Look at this:</p><p><b>${secret.replace("bills", "bills&nbsp;")}</b></p>`,
    },
  ],
  [
    "HTML that says more than the text beside it",
    {
      headers: { "Content-Type": 'multipart/alternative; boundary="B"' },
      text: `--B\r\nContent-Type: text/plain\r\n\r\nYes.\r\n--B\r\nContent-Type: text/html\r\n\r\n<p>Yes.</p><blockquote>${secret}</blockquote>\r\n--B--`,
    },
  ],
  [
    "a mail as a file",
    {
      headers: { "Content-Type": 'multipart/mixed; boundary="B"' },
      text: `--B\r\nContent-Type: text/plain\r\n\r\nYes.\r\n--B\r\nContent-Type: message/rfc822\r\n\r\nFrom: a@b.example\r\nSubject: x\r\n\r\n${secret}\r\n--B--`,
    },
  ],
  ["words of the note, broken into lines", { text: `Dear Cy,\n${secret.replace("be careful", "be\ncareful")}` }],
])("an agent's answer to another mail that repeats what is internal is kept as a note: %s", async (_name, mail) => {
  const desk = await noted();
  const { came, said } = await answer(desk, { to: usual(desk), ...mail });
  expect(came).toMatchObject({ state: "filed", reason: "repeats-old-words", ticketId: desk.ticketId });
  expect(said).toMatchObject({ isInternal: true, text: expect.stringMatching(/^\[Kept as an internal note/) });
});

test("an agent's plain answer goes to the customer, held for a moment, also when it repeats what he knows", async () => {
  const desk = await noted();
  const text =
    "It stops at 90 %. — yes, we see it stop there as well.\n\nOn Tue, 3 Nov 2026 at 14:05, Helpful Ltd <support@desk.example> wrote:\n> It stops at 90 %.";
  const { came, said } = await answer(desk, { to: usual(desk), text });
  expect(came).toMatchObject({ reason: "signed-address", ticketId: desk.ticketId });
  expect(said).toMatchObject({ isInternal: false, kind: "public", heldUntil: expect.any(Date) });
});

test("what a customer quotes is his own affair", async () => {
  const desk = await noted();
  const { cy } = desk.cast;
  const to = desk.replyTo(desk.ticketId, cy.personId);
  const { came, said } = await answer(desk, { from: cy.email!, to, text: "> one\n\nYes.\n\n> two\n\nNo." });
  expect(came).toMatchObject({ reason: "signed-address" });
  expect(said).toMatchObject({ isInternal: false, side: "customer" });
});
