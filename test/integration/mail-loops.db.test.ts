import { expect, test } from "vitest";
import { startMailDesk, type MailDesk } from "../support/incoming.ts";
import { changeDesk } from "../../src/features/desk-settings/actions/change-desk.ts";
import { openTicket } from "../../src/features/tickets/actions/open-ticket.ts";
import { ensurePerson } from "../../src/features/people/index.ts";
import { receiveMail } from "../../src/features/incoming-mail/index.ts";
import { act } from "../../src/platform/act.ts";
import type { Context } from "../../src/platform/context.ts";
import type { MailTransport, OutgoingMessage } from "../../src/platform/mail/transport.ts";
import { us } from "../support/cast.ts";

/** A wire between programs: what one sends is there for the other to take in. */
const wire = () => {
  const sent: OutgoingMessage[] = [];
  const transport: MailTransport = {
    kind: "smtp",
    send(message) {
      sent.push(message);
      return Promise.resolve("250 taken");
    },
    close: () => undefined,
  };
  return { sent, transport };
};

const rawOf = ({ from, to, subject, text, messageId, inReplyTo, references, headers }: OutgoingMessage): Buffer =>
  Buffer.from(
    [
      `From: ${from.name} <${from.address}>`,
      `To: ${to.address}`,
      `Subject: ${subject}`,
      `Message-ID: ${messageId}`,
      ...(inReplyTo ? [`In-Reply-To: ${inReplyTo}`] : []),
      ...(references.length > 0 ? [`References: ${references.join(" ")}`] : []),
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      "Content-Type: text/plain; charset=utf-8",
      "",
      text,
    ].join("\r\n"),
  );

const take = ({ context }: { context: Context }, message: OutgoingMessage): Promise<unknown> =>
  receiveMail(context, {
    source: "wire",
    envelopeFrom: message.envelopeFrom,
    envelopeTo: [message.to.address],
    raw: rawOf(message),
  });

const ticketCount = async ({ context }: MailDesk): Promise<number> =>
  (await context.db.selectFrom("tickets").select("id").execute()).length;

const withAddress = async (mailAddress: string, transport: MailTransport): Promise<MailDesk> => {
  const desk = await startMailDesk({ mail: transport });
  const facts = { name: mailAddress, locale: "en", timeZone: "UTC", mailAddress, passwordMinimum: 10 } as const;
  await act(desk.context.db, us, changeDesk, facts);
  return desk;
};

test("two desks of this kind that know each other as customers fall silent at once", async () => {
  const ours = wire();
  const theirs = wire();
  const one = await withAddress("help@one.example", ours.transport);
  const two = await withAddress("help@two.example", theirs.transport);
  // Somebody at the first desk opens a ticket for the other desk's address, which is told of it.
  const { person } = await one.context.db
    .transaction()
    .execute((tx) => ensurePerson(tx, us, { name: "Two", email: "help@two.example" }));
  await act(one.context.db, one.cast.ann, openTicket, {
    subject: "Please call",
    text: "We need you.",
    requesterId: person.id,
  });
  for (let round = 0; round < 6; round++) {
    await one.drain();
    for (const message of ours.sent.splice(0)) if (message.to.address === "help@two.example") await take(two, message);
    await two.drain();
    for (const message of theirs.sent.splice(0))
      if (message.to.address === "help@one.example") await take(one, message);
  }
  expect(await ticketCount(one)).toBe(1);
  expect(await ticketCount(two)).toBe(0);
  const reasons = await two.context.db.selectFrom("incoming_mails").select(["state", "verdict"]).execute();
  expect(reasons).toEqual([{ state: "ignored", verdict: "auto-reply" }]);
});

test("a program that opens a request with each confirmation, and hides that it is one, gets no more of them", async () => {
  const ours = wire();
  const desk = await withAddress("help@one.example", ours.transport);
  const robot = "robot@two.example";
  let cases = 0;
  const write = () =>
    take(desk, {
      messageId: `<case-${++cases}@two.example>`,
      date: new Date(),
      from: { name: "Robot", address: robot },
      to: { name: "", address: "help@one.example" },
      envelopeFrom: robot,
      references: [],
      subject: `Case ${cases} has been received`,
      text: "Thank you for your request. We answer as soon as we can.",
      html: "",
      headers: {},
      attachments: [],
    });
  await write();
  let answered = 0;
  for (let round = 0; round < 60; round++) {
    await desk.drain();
    const told = ours.sent.splice(0).filter(({ to }) => to.address === robot);
    if (told.length === 0) break;
    answered += told.length;
    for (const _ of told) await write();
  }
  expect(answered).toBe(20);
  expect(await ticketCount(desk)).toBe(21);
  const withheld = await desk.context.db
    .selectFrom("outgoing_mails")
    .select(["to_address", "withheld_because"])
    .where("state", "=", "withheld")
    .where("to_address", "=", robot)
    .execute();
  expect(withheld).toEqual([{ to_address: robot, withheld_because: "too-many" }]);
});
