import { expect, test } from "vitest";
import { arrive, startMailDesk, type MailDesk, type Written } from "../support/incoming.ts";
import { us } from "../support/cast.ts";
import { act } from "../../src/platform/act.ts";
import { parseConfig } from "../../src/platform/config.ts";
import { findPersonByEmail } from "../../src/features/people/index.ts";
import { deactivatePerson } from "../../src/features/people/actions/deactivate-person.ts";
import { findTicketById } from "../../src/features/tickets/index.ts";
import { listLinks } from "../../src/features/tickets/store/links.ts";
import { listMessages } from "../../src/features/tickets/store/messages.ts";

const words = "Guten Tag,\n\nder Export bricht bei uns ab, und ich weiß nicht weiter. Können Sie bitte helfen?";

const headed = (from = "Nora Neu <nora@neu.example>") =>
  `Von: ${from}\nGesendet: Dienstag, 3. November 2026 14:05\nAn: Ann <ann@desk.example>\nBetreff: Export bricht ab\n\n${words}`;

/** A desk whose mail server says who has sent what. */
const startChecking = () => startMailDesk({ config: parseConfig({ TRESEN_AUTH_SERVERS: "mx.desk.example" }) });
const checked = { "Authentication-Results": "mx.desk.example; dmarc=pass header.from=desk.example" };

const forward = async (desk: MailDesk, mail: Partial<Written>) => {
  const came = await arrive(desk, {
    from: "Ann <ann@desk.example>",
    subject: "WG: Export bricht ab",
    ...mail,
    headers: { ...checked, ...mail.headers },
  });
  const ticket = (await findTicketById(desk.context.db, us, came.ticketId ?? 0))!;
  return { came, ticket, said: await listMessages(desk.context.db, ticket.id) };
};

test("what an agent forwards opens the ticket of whoever wrote it; the agent's words above are a note", async () => {
  const desk = await startChecking();
  const { came, ticket, said } = await forward(desk, {
    cc: "Cora <cora@acme.example>, nora@neu.example, tom@desk.example, support@desk.example",
    text: `Bitte kümmert euch, ist dringend.\n\n-- \nAnn Meyer, Vertrieb\n\n________________________________\n${headed()}`,
  });
  expect(came).toMatchObject({ state: "filed", reason: "forwarded" });
  const nora = await findPersonByEmail(desk.context.db, "nora@neu.example");
  expect(nora).toMatchObject({ name: "Nora Neu", locale: "de", role: "customer", emailVerifiedAt: null });
  expect(ticket).toMatchObject({
    subject: "Export bricht ab",
    channel: "mail",
    status: "open",
    requesterId: nora!.id,
    lastMessageBy: "customer",
    participantIds: [desk.cast.cora.personId],
  });
  expect(said).toMatchObject([
    { side: "customer", authorId: nora!.id, isInternal: false, text: words },
    { side: "agent", authorId: desk.cast.ann.personId, isInternal: true, kind: "note" },
  ]);
  expect(said[1]?.text).toContain("Bitte kümmert euch, ist dringend.");
  expect(said[1]?.text).toContain("Gesendet: Dienstag, 3. November 2026 14:05");
  expect(said[1]?.quoted).toContain("Ann Meyer, Vertrieb");
  await desk.drain();
  const mails = await desk.context.db.selectFrom("outgoing_mails").select(["to_address", "template", "text"]).execute();
  const noras = mails.filter(({ to_address }) => to_address === "nora@neu.example");
  expect(noras).toMatchObject([{ template: "tickets.received" }]);
  for (const { text } of mails.filter(({ to_address }) => !to_address.endsWith("@desk.example")))
    expect(text).not.toMatch(/dringend|Vertrieb/);
});

test.each([
  [
    "Gmail",
    "Fwd: Export",
    `---------- Forwarded message ---------\nFrom: Cy <cy@acme.example>\nDate: Tue, Nov 3, 2026 at 2:05 PM\nSubject: Export\nTo: <ann@desk.example>\n\n\nIt stops.`,
  ],
  [
    "Apple Mail",
    "Fwd: Export",
    `Anfang der weitergeleiteten Nachricht:\n\n> Von: Cy <cy@acme.example>\n> Betreff: Export\n> Datum: 3. November 2026\n> An: ann@desk.example\n> \n> It stops.`,
  ],
  [
    "Thunderbird",
    "Fwd: Export",
    `-------- Weitergeleitete Nachricht --------\nBetreff: \tExport\nDatum: \tTue, 3 Nov 2026\nVon: \tCy <cy@acme.example>\nAn: \tann@desk.example\n\n\nIt stops.`,
  ],
])("also as %s writes it, for somebody who is known", async (_program, subject, text) => {
  const desk = await startChecking();
  const { came, ticket, said } = await forward(desk, { subject, text });
  expect(came).toMatchObject({ reason: "forwarded" });
  expect(ticket).toMatchObject({ subject: "Export", requesterId: desk.cast.cy.personId });
  expect(said[0]).toMatchObject({ authorId: desk.cast.cy.personId, text: "It stops." });
});

const attached = (inner: string, own = "Please look.") => ({
  subject: "FW: Export",
  headers: { "Content-Type": 'multipart/mixed; boundary="B"' },
  text: `--B\r\nContent-Type: text/plain\r\n\r\n${own}\r\n--B\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename="Export.eml"\r\n\r\n${inner}\r\n--B--`,
});
const original = (headers = "") =>
  `From: Cy <cy@acme.example>\r\nTo: ann@desk.example\r\nSubject: Export is empty\r\nMessage-ID: <cys@acme.example>\r\n${headers}Content-Type: multipart/mixed; boundary="C"\r\n\r\n--C\r\nContent-Type: text/plain\r\n\r\nAt 90 %.\r\n--C\r\nContent-Type: text/csv; name="e.csv"\r\nContent-Disposition: attachment; filename="e.csv"\r\n\r\na;b\r\n--C--`;

test("a mail that is forwarded as a file is filed as if it had come itself, with its own files and its Message-ID", async () => {
  const desk = await startChecking();
  const { came, ticket, said } = await forward(desk, attached(original()));
  expect(came).toMatchObject({ reason: "forwarded" });
  expect(ticket).toMatchObject({ subject: "Export is empty", requesterId: desk.cast.cy.personId });
  expect(said[0]).toMatchObject({ text: "At 90 %.", mailMessageId: "<cys@acme.example>", isInternal: false });
  expect(said[0]?.attachments.map(({ name }) => name)).toEqual(["e.csv"]);
  expect(said[1]).toMatchObject({ isInternal: true, text: expect.stringContaining("Please look.") });
  expect(said[1]?.attachments.map(({ name }) => name)).toEqual(["Export.eml"]);
  // His next mail in that conversation finds the ticket, and the same mail forwarded once more is known.
  const next = await arrive(desk, {
    from: "cy@acme.example",
    subject: "Re: Export is empty",
    headers: { References: "<cys@acme.example>" },
  });
  expect(next).toMatchObject({ reason: "message-id", ticketId: ticket.id });
  const again = await forward(desk, attached(original()));
  expect(again.ticket).toMatchObject({ requesterId: desk.cast.ann.personId });
  expect(await listLinks(desk.context.db, again.ticket.id)).toMatchObject([{ otherId: ticket.id }]);
});

test("what colleagues passed on among themselves is the customer's, with the words of both as a note", async () => {
  const desk = await startChecking();
  const text = `Wer weiß das?\n\n---------- Forwarded message ---------\nVon: Tom <tom@desk.example>\nDate: Di., 3. Nov. 2026\nSubject: WG: Export\nTo: <ann@desk.example>\n\nFür euch.\n\n${headed()}`;
  const { came, said } = await forward(desk, { subject: "Fwd: WG: Export", text });
  expect(came).toMatchObject({ reason: "forwarded" });
  expect(said[0]).toMatchObject({ authorName: "Nora Neu", text: words });
  for (const part of ["Wer weiß das?", "Für euch.", "tom@desk.example"]) expect(said[1]?.text).toContain(part);
});

test.each<[string, Partial<Written>]>([
  ["a colleague's words", { text: headed("Tom <tom@desk.example>") }],
  ["the desk's own mail", { text: headed("Helpful Ltd <support@desk.example>") }],
  ["what a program sent", { text: headed("Shop <no-reply@shop.example>") }],
  ["an automatic answer as a file", attached(original("Auto-Submitted: auto-replied\r\n"))],
  ["headers without an address", { text: headed("Nora Neu") }],
  ["nothing", { text: "Please have a look." }],
  ["an answer", { subject: "AW: Export", text: `Ja.\n\n${headed()}` }],
])("an agent's mail that forwards %s stays his own request", async (_what, mail) => {
  const desk = await startChecking();
  const { came, ticket } = await forward(desk, mail);
  expect(came).toMatchObject({ state: "filed", reason: "new" });
  expect(ticket.requesterId).toBe(desk.cast.ann.personId);
});

test("what a customer forwards is his own request", async () => {
  const desk = await startChecking();
  const { came, ticket } = await forward(desk, { from: "cy@acme.example", text: headed() });
  expect(came).toMatchObject({ reason: "new" });
  expect(ticket.requesterId).toBe(desk.cast.cy.personId);
  expect(await findPersonByEmail(desk.context.db, "nora@neu.example")).toBeUndefined();
});

test("a forwarded mail that points to a ticket opens nothing for a customer: it may repeat what is internal there", async () => {
  const desk = await startChecking();
  const first = await forward(desk, { text: headed() });
  const { came, ticket } = await forward(desk, {
    subject: `WG: [#${first.ticket.number}] Export`,
    text: headed("Cy <cy@acme.example>"),
  });
  expect(came).toMatchObject({ reason: "not-a-participant" });
  expect(ticket.requesterId).toBe(desk.cast.ann.personId);
  expect(await listLinks(desk.context.db, ticket.id)).toMatchObject([{ otherId: first.ticket.id }]);
});

test("somebody deactivated gets no ticket by way of an agent", async () => {
  const desk = await startChecking();
  await act(desk.context.db, desk.cast.ada, deactivatePerson, { personId: desk.cast.cy.personId });
  const { ticket } = await forward(desk, { text: headed("cy@acme.example") });
  expect(ticket.requesterId).toBe(desk.cast.ann.personId);
});
