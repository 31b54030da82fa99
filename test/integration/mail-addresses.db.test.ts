import { expect, test } from "vitest";
import { addMailAddress } from "../../src/features/mail-addresses/index.ts";
import { readReplyAddress } from "../../src/features/outgoing-mail/index.ts";
import { listTicketTypes } from "../../src/features/ticket-types/index.ts";
import { replyToTicket } from "../../src/features/tickets/index.ts";
import { act } from "../../src/platform/act.ts";
import { smtpTransport } from "../../src/platform/mail/smtp-transport.ts";
import { startMailDesk } from "../support/incoming.ts";
import { openMailbox, sendMail } from "../support/smtp.ts";

const sales = "verkauf@desk.example";

/** A desk with a second address that belongs to another team and type, and is German. */
const start = async () => {
  const mailbox = await openMailbox();
  const desk = await startMailDesk({ mail: smtpTransport(mailbox.url) });
  const { db } = desk.context;
  const type = (await listTicketTypes(db)).find(({ key }) => key === "malfunction");
  await act(db, desk.cast.ada, addMailAddress, {
    address: sales,
    name: "Verkauf",
    teamId: desk.cast.secondLevel,
    typeId: type?.id ?? null,
    locale: "de",
  });
  const tickets = () =>
    db.selectFrom("tickets").select(["id", "team_id", "type_id", "requester_id"]).orderBy("id").execute();
  return { ...desk, db, type, mailbox, tickets };
};

test("mail to another own address goes to its team, type and language, is answered from there, and comes back there", async () => {
  const { port, drain, db, cast, type, mailbox, tickets, context } = await start();
  await sendMail(port, { from: "dora@kunde.example", to: sales, subject: "Xyz", text: "Xyz?" });
  await drain();
  const [ticket] = await tickets();
  expect(ticket).toMatchObject({ team_id: cast.secondLevel, type_id: type?.id });
  const confirmation = await mailbox.waitFor("dora@kunde.example");
  expect(confirmation.from).toBe(sales);
  expect(confirmation.parsed.from?.text).toBe(`"Verkauf" <${sales}>`);
  expect(confirmation.parsed.text).toContain("Ihre Anfrage");
  const [replyTo] = confirmation.parsed.replyTo?.value ?? [];
  expect(replyTo?.address).toMatch(/^verkauf\+t1-p\d+-[a-z2-7]{16}@desk\.example$/);

  await act(db, cast.ann, replyToTicket, { ticketId: ticket?.id ?? 0, text: "Gern.", holdSeconds: 0 });
  await drain();
  const answer = await mailbox.waitFor("dora@kunde.example", {
    isWanted: ({ parsed }) => parsed.text?.includes("Gern.") ?? false,
  });
  expect(answer.from).toBe(sales);
  const desk = { mailAddress: "support@desk.example", others: [sales] };
  const address = answer.parsed.replyTo?.value[0]?.address ?? "";
  expect(readReplyAddress({ signer: context.signer, desk, address })).toMatchObject({ ticketId: ticket?.id });
  await sendMail(port, { from: "dora@kunde.example", to: address, subject: "Re: whatever", text: "Danke!" });
  await drain();
  expect(await tickets()).toHaveLength(1);
});

test("mail to the desk's first address goes its usual way, and from there", async () => {
  const { port, drain, mailbox, tickets, type, cast } = await start();
  await sendMail(port, { from: "dora@kunde.example", to: "support@desk.example", subject: "Xyz", text: "Xyz?" });
  await drain();
  const [ticket] = await tickets();
  expect(ticket?.team_id).not.toBe(cast.secondLevel);
  expect(ticket?.type_id).not.toBe(type?.id);
  expect((await mailbox.waitFor("dora@kunde.example")).from).toBe("support@desk.example");
});

test("one of our addresses is never somebody in CC, and mail from it is our own", async () => {
  const { port, drain, tickets, db } = await start();
  const both = { to: "support@desk.example", cc: sales };
  await sendMail(port, { from: "dora@kunde.example", ...both, subject: "Xyz", text: "Xyz?" });
  await sendMail(port, { from: sales, to: "support@desk.example", subject: "Loop", text: "Loop" });
  await drain();
  expect(await tickets()).toHaveLength(1);
  expect(await db.selectFrom("ticket_participants").selectAll().execute()).toEqual([]);
  const ignored = await db.selectFrom("incoming_mails").select("verdict").where("state", "=", "ignored").execute();
  expect(ignored).toEqual([{ verdict: "own" }]);
});
