import { describe, expect, test } from "vitest";
import { us } from "../support/cast.ts";
import { arrive, desk as home, startMailDesk, type MailDesk, type Written } from "../support/incoming.ts";
import { act } from "../../src/platform/act.ts";
import { receiveMail } from "../../src/features/incoming-mail/index.ts";
import { addMailAddress } from "../../src/features/mail-addresses/index.ts";
import { rootMessageId } from "../../src/features/outgoing-mail/index.ts";
import { addParticipant } from "../../src/features/tickets/actions/add-participant.ts";
import { findTicketById, openTicket, replyToTicket } from "../../src/features/tickets/index.ts";
import { listMessages } from "../../src/features/tickets/store/messages.ts";

const countTickets = async ({ context }: MailDesk): Promise<number> =>
  (await context.db.selectFrom("tickets").select("id").execute()).length;
const textsOf = async ({ context }: MailDesk, ticketId: number) =>
  (await listMessages(context.db, ticketId)).map(({ text }) => text);
const participantsOf = async ({ context }: MailDesk, ticketId: number) =>
  (await findTicketById(context.db, us, ticketId))!.participantIds;

/** Cy has asked by mail, and Ann has answered. */
const answered = async () => {
  const desk = await startMailDesk();
  const { context, cast } = desk;
  const first = await arrive(desk, { from: "cy@acme.example", headers: { "Message-ID": "<first@acme.example>" } });
  const ticketId = first.ticketId!;
  await act(context.db, cast.ann, replyToTicket, { ticketId, text: "Which size?", holdSeconds: 0 });
  await desk.drain();
  const letter = await context.db
    .selectFrom("outgoing_mails")
    .select(["message_id", "reply_to", "subject"])
    .where("to_address", "=", "cy@acme.example")
    .where("template", "=", "tickets.answered")
    .executeTakeFirstOrThrow();
  const answer = (mail: Partial<Written>) => arrive(desk, { from: "cy@acme.example", text: "2 GB.", ...mail });
  return { ...desk, ticketId, letter, answer };
};

describe("references that a program has overwritten", () => {
  test.each<[string, (p: { id: string; root: string }) => Record<string, string>]>([
    ["only In-Reply-To is left", ({ id }) => ({ "In-Reply-To": id })],
    ["only the root of our mails is left", ({ root }) => ({ References: root })],
    ["only his own first mail is left, as Apple Mail does it", () => ({ References: "<first@acme.example>" })],
    [
      "our id stands among others that nobody knows",
      ({ id }) => ({ "In-Reply-To": "<x@icloud.example>", References: `<y@icloud.example> ${id} <z@icloud.example>` }),
    ],
    ["In-Reply-To has words around the id", ({ id }) => ({ "In-Reply-To": `Ann's message of Tuesday ${id} (again)` })],
  ])("%s: the answer finds its ticket, with another subject, at our plain address", async (_what, headers) => {
    const { answer, letter, ticketId } = await answered();
    const root = rootMessageId({ desk: home, ticketId });
    const filed = await answer({ subject: "the size", headers: headers({ id: letter.message_id, root }) });
    expect(filed).toMatchObject({ state: "filed", reason: "message-id", ticketId });
  });

  test("none is left: the address alone finds it, or the number in the subject", async () => {
    const { answer, letter, ticketId } = await answered();
    const foreign = { "In-Reply-To": "<x@icloud.example>", References: "<x@icloud.example>" };
    expect(await answer({ subject: "Re:", to: letter.reply_to ?? "", headers: foreign })).toMatchObject({
      reason: "signed-address",
      ticketId,
    });
    expect(await answer({ subject: `Re: ${letter.subject}`, headers: foreign })).toMatchObject({
      reason: "number",
      ticketId,
    });
  });

  test("they lead to another ticket of the same person: the address says which he answers", async () => {
    const desk = await answered();
    const { context, cast, answer, letter, ticketId } = desk;
    const other = await act(context.db, cast.cy, openTicket, { subject: "Other", text: "Mine." });
    const References = rootMessageId({ desk: home, ticketId: other.ticketId });
    expect(await answer({ to: letter.reply_to ?? "", headers: { References } })).toMatchObject({ ticketId });
    expect(await textsOf(desk, other.ticketId)).toEqual(["Mine."]);
  });
});

describe("a Message-ID that is used again", () => {
  const headers = { "Message-ID": "<same@robot.example>" };

  test("by other words, each is kept and filed", async () => {
    const desk = await startMailDesk();
    const one = await arrive(desk, { from: "cy@acme.example", text: "The first.", headers });
    const two = await arrive(desk, { from: "cy@acme.example", text: "The second.", headers });
    expect(two.ticketId).not.toBe(one.ticketId);
    expect(await textsOf(desk, two.ticketId!)).toEqual(["The second."]);
  });

  test("by another person, each answer finds the ticket in which its writer takes part", async () => {
    const desk = await startMailDesk();
    const cys = await arrive(desk, { from: "cy@acme.example", headers });
    const eves = await arrive(desk, { from: "eve@globex.example", headers });
    expect(eves.ticketId).not.toBe(cys.ticketId);
    const References = "<same@robot.example>";
    for (const [from, ticketId] of [
      ["cy@acme.example", cys.ticketId],
      ["eve@globex.example", eves.ticketId],
    ] as const)
      expect(await arrive(desk, { from, subject: "Re: x", headers: { References } })).toMatchObject({ ticketId });
  });
});

describe("one mail to two of our addresses", () => {
  const message = (to: string, way: string, text = "It stops at 90 %.") =>
    Buffer.from(
      [
        `Delivered-To: ${way}`,
        `Received: from mx.acme.example by ${way}; Tue, 3 Nov 2026 14:05:07 +0100`,
        "From: Cy <cy@acme.example>",
        `To: ${to}`,
        "Subject: Export fails",
        "Date: Tue, 3 Nov 2026 14:05:00 +0100",
        "Message-ID: <both@acme.example>",
        "",
        text,
      ].join("\r\n"),
    );
  const to = "support@desk.example, sales@desk.example";
  const start = async () => {
    const desk = await startMailDesk();
    const { context, cast } = desk;
    await act(context.db, cast.ada, addMailAddress, { address: "sales@desk.example", name: "Sales", locale: "de" });
    const receive = (address: string, text?: string) =>
      receiveMail(context, {
        source: `imap ${address}`,
        envelopeFrom: "cy@acme.example",
        envelopeTo: [address],
        raw: message(to, address, text),
      });
    const kept = () =>
      context.db.selectFrom("incoming_mails").select(["state", "reason", "ticket_id"]).orderBy("id").execute();
    return { ...desk, receive, kept };
  };

  test("that comes by each of them is one ticket, in which nobody of ours takes part", async () => {
    const desk = await start();
    await desk.receive("support@desk.example");
    await desk.receive("sales@desk.example");
    await desk.file();
    expect(await countTickets(desk)).toBe(1);
    const [one, two] = await desk.kept();
    expect([one, two]).toMatchObject([
      { reason: "new" },
      { state: "filed", reason: "copy", ticket_id: one!.ticket_id },
    ]);
    expect(await textsOf(desk, Number(one!.ticket_id))).toEqual(["It stops at 90 %."]);
    expect(await participantsOf(desk, Number(one!.ticket_id))).toEqual([]);
  });

  test("that comes by both at the same moment, too", async () => {
    const desk = await start();
    await Promise.all([desk.receive("support@desk.example"), desk.receive("sales@desk.example")]);
    await Promise.all([desk.file(), desk.file()]);
    expect(await countTickets(desk)).toBe(1);
  });

  test("with other words is another message", async () => {
    const desk = await start();
    await desk.receive("support@desk.example");
    await desk.receive("sales@desk.example", "Something else.");
    await desk.file();
    expect(await countTickets(desk)).toBe(2);
  });

  test("that answers a ticket stands there once", async () => {
    const desk = await answered();
    const { ticketId, answer, letter } = desk;
    const headers = { "Message-ID": "<a@acme.example>", Date: "Tue, 3 Nov 2026 14:05:00 +0100" };
    const both = { to: letter.reply_to ?? "", cc: "support@desk.example" };
    await answer({ ...both, headers });
    expect(await answer({ ...both, headers: { ...headers, "Delivered-To": "support@desk.example" } })).toMatchObject({
      reason: "copy",
      ticketId,
    });
    expect((await textsOf(desk, ticketId)).filter((text) => text === "2 GB.")).toHaveLength(1);
  });
});

test("an id that no header may hold is not named in our mails, and finds its ticket all the same", async () => {
  const desk = await startMailDesk();
  const id = "<grüße@acme.example>";
  const { ticketId } = await arrive(desk, { from: "cy@acme.example", headers: { "Message-ID": id } });
  await desk.drain();
  const mails = await desk.context.db
    .selectFrom("outgoing_mails")
    .select(["in_reply_to", "reference_ids"])
    .where("to_address", "=", "cy@acme.example")
    .execute();
  expect(mails).toHaveLength(1);
  expect(JSON.stringify(mails)).toMatch(/^[ -~]+$/);
  expect(await arrive(desk, { from: "cy@acme.example", headers: { References: id } })).toMatchObject({ ticketId });
});

describe("people in CC", () => {
  test("who answer are heard, bring others along by their own address, and never one of ours", async () => {
    const desk = await answered();
    const { context, cast, ticketId } = desk;
    await act(context.db, cast.ann, addParticipant, { ticketId, email: "cora@acme.example" });
    await act(context.db, cast.ada, addMailAddress, { address: "sales@desk.example", name: "Sales", locale: "de" });
    const to = desk.replyTo(ticketId, cast.cora.personId);
    const theirs = desk.replyTo(ticketId, cast.cy.personId);
    const cc = `Eve <eve@globex.example>, ${theirs}, SALES@desk.example, ann@desk.example, support+x@desk.example`;
    await arrive(desk, { from: "Cora <cora@acme.example>", to, cc, text: "Here as well." });
    const { cora, eve } = cast;
    expect(await participantsOf(desk, ticketId)).toEqual([cora.personId, eve.personId]);
    expect((await textsOf(desk, ticketId)).at(-1)).toBe("Here as well.");
  });

  test("who do not join, because they are too many or nobody proves that he brings them, are named below the words", async () => {
    const desk = await answered();
    const quotedIn = async (ticketId: number) => (await listMessages(desk.context.db, ticketId)).at(-1)!.quoted;
    const many = Array.from({ length: 21 }, (_, index) => `p${index}@globex.example`).join(", ");
    const opened = await arrive(desk, { from: "Eve <eve@globex.example>", cc: many });
    expect(await participantsOf(desk, opened.ticketId!)).toEqual([]);
    expect(await quotedIn(opened.ticketId!)).toContain(`[Also sent to ${many}. Who is not in CC`);
    await desk.answer({ to: home.mailAddress, subject: desk.letter.subject, cc: "max@globex.example" });
    expect(await participantsOf(desk, desk.ticketId)).toEqual([]);
    expect(await quotedIn(desk.ticketId)).toContain("[Also sent to max@globex.example.");
    await desk.answer({ to: desk.letter.reply_to!, cc: "max@globex.example" });
    expect(await participantsOf(desk, desk.ticketId)).toHaveLength(1);
    expect(await quotedIn(desk.ticketId)).toBe("");
  });
});

describe("a sender whom somebody else may have made up", () => {
  test.each<[string, Partial<Written>]>([
    [
      "because the domain disowns the message",
      { headers: { "Authentication-Results": "mx.desk.example; dmarc=fail header.from=acme.example" } },
    ],
    [
      "because another address stands in From",
      { from: "Form <noreply@evil.example>", headers: { "Reply-To": "cy@acme.example" } },
    ],
  ])("%s is heard in a ticket with proof only", async (_why, { headers = {}, ...mail }) => {
    const { answer, ticketId, letter } = await answered();
    const to = { to: home.mailAddress };
    const byNumber = await answer({ ...mail, ...to, headers, subject: letter.subject });
    expect(byNumber).toMatchObject({ state: "filed", reason: "not-a-participant" });
    expect(byNumber.ticketId).not.toBe(ticketId);
    const byOwnMail = await answer({ ...mail, ...to, headers: { ...headers, References: "<first@acme.example>" } });
    expect(byOwnMail.ticketId).not.toBe(ticketId);
    const proven = await answer({ ...mail, ...to, headers: { ...headers, "In-Reply-To": letter.message_id } });
    expect(proven).toMatchObject({ reason: "message-id", ticketId });
    const byAddress = await answer({ ...mail, to: letter.reply_to!, headers });
    expect(byAddress).toMatchObject({ reason: "signed-address", ticketId });
  });
});
