import { expect, test } from "vitest";
import { arrive, startMailDesk, type Written } from "../support/incoming.ts";
import { us } from "../support/cast.ts";
import { act } from "../../src/platform/act.ts";
import { approvalsAbout, decide, isIntact } from "../../src/features/approvals/index.ts";
import { retryMail } from "../../src/features/incoming-mail/actions/retry-mail.ts";
import { openTicket, findTicketById } from "../../src/features/tickets/index.ts";
import { proposeSolution } from "../../src/features/tickets/actions/propose-solution.ts";
import { startTicket } from "../../src/features/tickets/actions/start-ticket.ts";
import { listMessages } from "../../src/features/tickets/store/messages.ts";

/** Tom has put a solution before Cy, and before Mia, who manages Cy's organisation. */
const start = async ({ alone = true }: { alone?: boolean } = {}) => {
  const desk = await startMailDesk();
  const { context, cast, drain } = desk;
  const { db } = context;
  const { ticketId } = await act(db, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
  await act(db, cast.tom, startTicket, { ticketId });
  const approverIds = alone ? [cast.cy.personId] : [cast.cy.personId, cast.mia.personId];
  await act(db, cast.tom, proposeSolution, { ticketId, text: "We replace the power supply.", approverIds });
  await drain();
  const mailTo = async (address: string, template: string) =>
    db
      .selectFrom("outgoing_mails")
      .select(["reply_to", "message_id", "text", "subject", "state"])
      .where("to_address", "=", address)
      .where("template", "=", template)
      .orderBy("id", "desc")
      .execute();
  const asked = async (address = "cy@acme.example") => (await mailTo(address, "approvals.asked"))[0]!;
  /** As if that person had pressed "Reply" in the mail that asks. */
  const answer = async (text: string, mail: Partial<Written> = {}) => {
    const { reply_to, message_id, subject } = await asked();
    const came = await arrive(desk, {
      from: "Cy Kunde <cy@acme.example>",
      to: reply_to ?? "",
      subject: `Re: ${subject}`,
      text,
      ...mail,
      headers: { "In-Reply-To": message_id, ...mail.headers },
    });
    await drain();
    await drain();
    return came;
  };
  const approval = async () => (await approvalsAbout(db, "ticket", ticketId))[0]!;
  const ticket = async () => (await findTicketById(db, us, ticketId))!;
  const said = async () => (await listMessages(db, ticketId)).map(({ text }) => text);
  const hints = async (address = "cy@acme.example") => mailTo(address, "approvals.undecided");
  return { ...desk, db, ticketId, asked, answer, approval, ticket, said, hints, mailTo };
};

const quoted =
  "\n\nOn Tue, 3 Nov 2026 at 14:05, Helpful Ltd <support@desk.example> wrote:\n> We replace the power supply.";

test("answering the mail with a clear yes approves, as a sealed record that says so", async () => {
  const { answer, approval, ticket, said, hints, ticketId, asked } = await start();
  expect((await asked()).text).toContain("with “Approved” alone in the first line");
  expect(await answer(`Approved.\n\nKind regards\nCy${quoted}`)).toMatchObject({
    state: "filed",
    reason: "decided",
    ticketId,
  });
  const { decisions, outcome, ...rest } = await approval();
  expect(outcome).toBe("approved");
  expect(decisions).toMatchObject([{ personName: "Cy", verdict: "approved", via: "mail", reason: "" }]);
  expect(isIntact(rest, decisions[0]!)).toBe(true);
  expect(await ticket()).toMatchObject({ status: "in_progress", approval: "approved" });
  expect(await said()).toEqual(["It beeps."]);
  expect(await hints()).toEqual([]);
});

const asked = "We replace the power supply.";
const html = { "Content-Type": "text/html; charset=utf-8" };
const mixed = { "Content-Type": 'multipart/alternative; boundary="B"' };

test.each<[string, string, Record<string, string>]>([
  [
    "Outlook",
    `Freigegeben.\n\nMit freundlichen Grüßen\nCy Kunde\n\nVon: Helpful Ltd <support@desk.example>\nGesendet: Dienstag, 3. November 2026 14:05\nAn: Cy Kunde <cy@acme.example>\nBetreff: Your approval is needed\n\n${asked}`,
    {},
  ],
  [
    "Outlook, in HTML alone",
    `<html><body><div class="WordSection1"><p class="MsoNormal">Approved<o:p></o:p></p><p class="MsoNormal">&nbsp;</p><p class="MsoNormal">Kind regards<o:p></o:p></p><p class="MsoNormal">Cy Kunde<o:p></o:p></p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> Helpful Ltd &lt;support@desk.example&gt;<br><b>Sent:</b> Tuesday, 3 November 2026 14:05<br><b>To:</b> Cy Kunde &lt;cy@acme.example&gt;<br><b>Subject:</b> Your approval is needed</p></div><p class="MsoNormal">${asked}</p></div></body></html>`,
    html,
  ],
  [
    "Gmail",
    `--B\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nJa, einverstanden.\r\n\r\nAm Di., 3. Nov. 2026 um 14:05 Uhr schrieb Helpful Ltd <support@desk.example>:\r\n\r\n> ${asked}\r\n\r\n--B\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<div dir="ltr">Ja, einverstanden.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">Am Di., 3. Nov. 2026 um 14:05 Uhr schrieb Helpful Ltd &lt;support@desk.example&gt;:<br></div><blockquote class="gmail_quote">${asked}</blockquote></div>\r\n--B--`,
    mixed,
  ],
  [
    "Apple Mail on a telephone",
    `Yes\n\nSent from my iPhone\n\n> On 3 Nov 2026, at 14:05, Helpful Ltd <support@desk.example> wrote:\n> \n> ${asked}`,
    {},
  ],
  [
    "Thunderbird, with a signature",
    `Genehmigt\n\nAm 03.11.26 um 14:05 schrieb Helpful Ltd:\n> ${asked}\n\n-- \nCy Kunde\nAcme GmbH, but only on weekdays`,
    {},
  ],
])("a yes is found in what %s makes of it", async (_program, text, headers) => {
  const { answer, approval } = await start();
  expect(await answer(text, { headers })).toMatchObject({ reason: "decided" });
  expect(await approval()).toMatchObject({ outcome: "approved", decisions: [{ via: "mail" }] });
});

test("answering it with a clear no and a reason declines", async () => {
  const { answer, approval, ticket } = await start();
  await answer("Abgelehnt: Der Termin passt nicht.\nBitte am Freitag.");
  expect((await approval()).decisions).toMatchObject([
    { verdict: "declined", via: "mail", reason: "Der Termin passt nicht.\nBitte am Freitag." },
  ]);
  expect(await ticket()).toMatchObject({ status: "in_progress", approval: "declined" });
});

test("of several who are asked, each decides for himself", async () => {
  const { answer, asked, approval, ticket } = await start({ alone: false });
  await answer("Ja");
  expect(await approval()).toMatchObject({ outcome: null, decisions: [{ personName: "Cy" }] });
  await answer("Yes", { from: "mia@acme.example", to: (await asked("mia@acme.example")).reply_to ?? "" });
  expect(await approval()).toMatchObject({
    outcome: "approved",
    decisions: [{ personName: "Cy" }, { personName: "Mia" }],
  });
  expect(await ticket()).toMatchObject({ approval: "approved" });
});

test.each<[string, string, Partial<Written>]>([
  ["a condition", "Yes, but only on Friday.", {}],
  ["a question", "How long will it take?", {}],
  ["a no without a reason", "No.", {}],
  [
    "a yes with a file that may say anything",
    '--B\r\nContent-Type: text/plain\r\n\r\nYes\r\n--B\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="a.pdf"\r\n\r\nx\r\n--B--',
    { headers: { "Content-Type": 'multipart/mixed; boundary="B"' } },
  ],
  [
    "a yes that the sender's domain disowns",
    "Yes",
    { headers: { "Authentication-Results": "mx.desk.example; dkim=none; dmarc=fail header.from=acme.example" } },
  ],
  ["a yes of two senders", "Yes", { headers: { From: "cy@acme.example, mia@acme.example" } }],
])("%s becomes a message, and its writer is told how to decide", async (_what, text, mail) => {
  const { answer, approval, ticket, said, hints, asked, mailTo } = await start();
  expect(await answer(text, mail)).toMatchObject({ state: "filed", reason: "signed-address" });
  expect(await approval()).toMatchObject({ outcome: null, decisions: [] });
  expect(await ticket()).toMatchObject({ approval: "pending", status: "waiting" });
  expect(await said()).toHaveLength(2);
  // Whoever works on it reads the answer.
  expect(await mailTo("tom@desk.example", "tickets.desk-answered")).toHaveLength(1);
  const [hint, ...more] = await hints();
  expect(more).toEqual([]);
  expect(hint).toMatchObject({ reply_to: (await asked()).reply_to, subject: (await asked()).subject });
  expect(hint?.text).toContain("decides nothing");
  expect(hint?.text).toMatch(/http:\/\/desk\.test\/approvals\/\d+\/\d+-/);
});

test("what is told can be answered, and then decides", async () => {
  const { answer, approval, hints } = await start();
  await answer("Fine with me I guess");
  expect(await answer("Approved", { to: (await hints())[0]?.reply_to ?? "" })).toMatchObject({ reason: "decided" });
  expect(await approval()).toMatchObject({ outcome: "approved" });
});

test("nobody but the one who was asked decides at that address: forwarded or in copy, it is another's words", async () => {
  const { answer, approval, hints, said } = await start({ alone: false });
  // Mia was asked as well, but this is Cy's mail; Eve has nothing to do with it.
  expect(await answer("Yes", { from: "mia@acme.example" })).not.toMatchObject({ reason: "decided" });
  expect(await answer("Yes", { from: "eve@globex.example" })).toMatchObject({ reason: "not-a-participant" });
  expect(await answer("Yes", { from: "tom@desk.example" })).not.toMatchObject({ reason: "decided" });
  expect((await approval()).decisions).toEqual([]);
  for (const who of ["cy@acme.example", "mia@acme.example", "eve@globex.example"]) expect(await hints(who)).toEqual([]);
  expect(await said()).not.toContain("Approved");
});

test("no other address of the ticket decides: an answer to another of our mails is about something else", async () => {
  const { answer, approval, replyTo, ticketId, cast, hints } = await start();
  const usual = replyTo(ticketId, cast.cy.personId);
  expect(await answer("Yes", { to: usual })).toMatchObject({ reason: "signed-address" });
  expect(await answer("Yes", { to: "support@desk.example", subject: "Re: [#10001] Printer" })).toMatchObject({
    ticketId,
  });
  // To both at once nobody knows which of the two is answered.
  expect(await answer("Yes", { cc: usual })).toMatchObject({ reason: "signed-address" });
  expect((await approval()).decisions).toEqual([]);
  expect(await hints()).toEqual([]);
});

test("a made-up question, or somebody else's, is none", async () => {
  const { answer, asked, approval } = await start();
  const address = (await asked()).reply_to ?? "";
  for (const forged of [address.replace(/-q\d+/, "-q99"), address.replace(/-p\d+/, "-p1"), address.replace(/.@/, "a@")])
    if (forged !== address) expect(await answer("Yes", { to: forged })).not.toMatchObject({ reason: "decided" });
  expect((await approval()).decisions).toEqual([]);
});

test("automatic answers never decide, not even filed by hand", async () => {
  const { answer, approval, context, cast, drain, said, hints } = await start();
  const mail = await answer("Approved", { headers: { "Auto-Submitted": "auto-replied" } });
  expect(mail).toMatchObject({ state: "ignored", verdict: "auto-reply" });
  await drain();
  // A note for the desk.
  expect(await said()).toEqual(["It beeps.", "Approved"]);
  await act(context.db, cast.ada, retryMail, { mailId: mail.id, anyway: "on" });
  await drain();
  await drain();
  expect(await said()).toEqual(["It beeps.", "Approved", "Approved"]);
  expect((await approval()).decisions).toEqual([]);
  expect(await hints()).toEqual([]);
});

test("what is decided stays decided; a second, other answer is a message, and says so", async () => {
  const { answer, approval, hints, said } = await start();
  await answer("Yes");
  expect(await answer("No: I have changed my mind.")).toMatchObject({ reason: "signed-address" });
  expect((await approval()).decisions).toMatchObject([{ verdict: "approved" }]);
  expect(await said()).toContain("No: I have changed my mind.");
  expect((await hints())[0]?.text).toContain("You have approved this before, and a decision is final.");
  await answer("Thank you, see you on Thursday.");
  expect(await hints()).toHaveLength(1);
});

test("a program that answers each explanation is told three times, and no more", async () => {
  const { answer, hints } = await start();
  for (let round = 0; round < 6; round++) await answer("We are closed for the holidays.");
  const states = (await hints()).map(({ state }) => state);
  expect(states.filter((state) => state === "withheld")).toHaveLength(3);
  expect(states).toHaveLength(6);
});

test("the same answer that arrives twice decides once", async () => {
  const { answer, approval, db, cast } = await start({ alone: false });
  const headers = { "Message-ID": "<same@acme.example>" };
  await Promise.all([answer("Yes", { headers }), answer("Yes", { headers })]);
  await act(db, cast.mia, decide, { approvalId: (await approval()).id, verdict: "approved", via: "portal" });
  expect((await approval()).decisions.map(({ via }) => via)).toEqual(["mail", "portal"]);
});
