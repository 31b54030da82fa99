import { expect, test } from "vitest";
import { arrive, startMailDesk, type MailDesk } from "../support/incoming.ts";
import { changeDesk } from "../../src/features/desk-settings/actions/change-desk.ts";
import { openTicket } from "../../src/features/tickets/actions/open-ticket.ts";
import { ensurePerson } from "../../src/features/people/index.ts";
import { receiveMail } from "../../src/features/incoming-mail/index.ts";
import { act } from "../../src/platform/act.ts";
import type { Context } from "../../src/platform/context.ts";
import type { MailTransport, OutgoingMessage } from "../../src/platform/mail/transport.ts";
import { us } from "../support/cast.ts";
import { moveClock } from "../support/outbox.tsx";
import { hours, now } from "../../src/platform/time.ts";
import { retryMail } from "../../src/features/incoming-mail/actions/retry-mail.ts";
import { addParticipant } from "../../src/features/tickets/actions/add-participant.ts";
import { replyToTicket } from "../../src/features/tickets/actions/reply-to-ticket.ts";

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

/**
 * A desk of another make, which marks none of its mails as automatic: it opens a case for each conversation that it does
 * not know, confirms whatever arrives, and repeats its own number in the subject.
 */
const foreignDesk = (address: string) => {
  const cases = new Map<string, number>();
  let sent = 0;
  return {
    address,
    cases,
    confirm: ({ subject, replyTo, from }: OutgoingMessage): OutgoingMessage => {
      const topic = subject.replaceAll(/\[[^\]]*\]|Re:/g, "").trim();
      const number = cases.get(topic) ?? 7_000 + cases.size;
      cases.set(topic, number);
      return {
        messageId: `<${++sent}@${address.replace("@", ".")}>`,
        date: new Date(),
        from: { name: "Their desk", address },
        to: { name: "", address: replyTo ?? from.address },
        envelopeFrom: address,
        references: [],
        subject: `[Case ${number}] ${subject}`,
        text: `We have received your message no. ${sent} and answer as soon as we can.`,
        html: "",
        headers: {},
        attachments: [],
      };
    },
  };
};

/** Lets them write to each other until nobody has anything to say; at most so many rounds. */
const converse = async (
  desk: MailDesk,
  sent: OutgoingMessage[],
  others: readonly ReturnType<typeof foreignDesk>[],
): Promise<{ told: Map<string, number>; isSilent: boolean }> => {
  const told = new Map<string, number>();
  for (let round = 0; round < 100; round++) {
    await desk.drain();
    const heard = sent
      .splice(0)
      .flatMap((message) =>
        others.filter(({ address }) => address === message.to.address).map((to) => ({ message, to })),
      );
    if (heard.length === 0) return { told, isSilent: true };
    for (const { message, to } of heard) {
      told.set(to.address, (told.get(to.address) ?? 0) + 1);
      await take(desk, to.confirm(message));
    }
  }
  return { told, isSilent: false };
};

const invite = async ({ context }: MailDesk, email: string): Promise<number> =>
  (await context.db.transaction().execute((tx) => ensurePerson(tx, us, { name: "Their desk", email }))).person.id;

test("a foreign desk without any loop headers that confirms each of our mails gets one, and its confirmation no answer", async () => {
  const ours = wire();
  const desk = await withAddress("help@one.example", ours.transport);
  const other = foreignDesk("service@other.example");
  const requesterId = await invite(desk, other.address);
  const facts = { subject: "Please call", text: "We need you.", requesterId };
  const { ticketId } = await act(desk.context.db, desk.cast.ann, openTicket, facts);
  expect(await converse(desk, ours.sent, [other])).toEqual({ told: new Map([[other.address, 1]]), isSilent: true });
  expect(await ticketCount(desk)).toBe(1);
  // Each answer of an agent begins anew, and ends as soon.
  await act(desk.context.db, desk.cast.ann, replyToTicket, { ticketId, text: "Are you there?", holdSeconds: 0 });
  expect(await converse(desk, ours.sent, [other])).toEqual({ told: new Map([[other.address, 1]]), isSilent: true });
  expect(other.cases.size).toBe(1);
});

test("two foreign desks in one ticket, which confirm each other's confirmations through it, fall silent", async () => {
  const ours = wire();
  const desk = await withAddress("help@one.example", ours.transport);
  const one = foreignDesk("service@other.example");
  const two = foreignDesk("hilfe@dritte.example");
  const requesterId = await invite(desk, one.address);
  const { db } = desk.context;
  const { ticketId } = await act(db, desk.cast.ann, openTicket, {
    subject: "Please call",
    text: "Hello.",
    requesterId,
  });
  await act(db, desk.cast.ann, addParticipant, { ticketId, email: two.address });
  // Both have answered by their own addresses before, so that words of others go there.
  await db.updateTable("people").set({ email_verified_at: new Date() }).where("role", "=", "customer").execute();
  const { told, isSilent } = await converse(desk, ours.sent, [one, two]);
  expect(isSilent).toBe(true);
  for (const many of told.values()) expect(many).toBeLessThanOrEqual(21);
  expect(Math.max(...told.values())).toBeGreaterThan(5);
  expect(await ticketCount(desk)).toBe(1);
  const withheld = await db
    .selectFrom("outgoing_mails")
    .select(["subject_id", "withheld_because"])
    .where("state", "=", "withheld")
    .execute();
  expect(withheld[0]).toEqual({ subject_id: ticketId, withheld_because: "too-many" });
});

test("one sender is heard so often in one ticket within an hour, then kept for somebody to look at", async () => {
  const { pass, desk, answer, cys } = await flooded(60, "ticket");
  expect(await answer()).toMatchObject({ state: "ignored", verdict: "spam", reason: "too-many", ticketId: null });
  // Another ticket of his, and another person in this one, are heard.
  expect(await arrive(desk, { from: "cy@acme.example" })).toMatchObject({ state: "filed", reason: "new" });
  const coras = desk.replyTo(cys, desk.cast.ann.personId);
  expect(await arrive(desk, { from: "ann@desk.example", to: coras })).toMatchObject({ state: "filed", ticketId: cys });
  pass(hours(1) + 1);
  expect(await answer()).toMatchObject({ state: "filed", ticketId: cys });
});

test("one sender is heard so often in all, then kept until somebody files it by hand", async () => {
  const { desk, answer, cys } = await flooded(600, "anywhere");
  const mail = await answer();
  expect(mail).toMatchObject({ state: "ignored", reason: "too-many" });
  expect(await arrive(desk, { from: "eve@globex.example" })).toMatchObject({ state: "filed" });
  await act(desk.context.db, desk.cast.ada, retryMail, { mailId: mail.id, anyway: "on" });
  await desk.file();
  const filed = await desk.context.db.selectFrom("incoming_mails").selectAll().where("id", "=", mail.id).execute();
  expect(filed).toMatchObject([{ state: "filed", ticket_id: cys }]);
});

/** Cy's ticket, and so many mails of his that were filed a moment ago. */
const flooded = async (many: number, where: "ticket" | "anywhere") => {
  const pass = moveClock();
  const desk = await startMailDesk();
  const { ticketId: cys } = await act(desk.context.db, desk.cast.cy, openTicket, {
    subject: "Export",
    text: "It stops.",
  });
  const to = desk.replyTo(cys, desk.cast.cy.personId);
  await desk.context.db
    .insertInto("incoming_mails")
    .values(
      Array.from({ length: many }, (_, index) => ({
        source: "test",
        raw: Buffer.from(""),
        once_key: `flood ${index}`,
        received_at: now(),
        state: "filed" as const,
        from_address: "cy@acme.example",
        ticket_id: where === "ticket" ? cys : null,
      })),
    )
    .execute();
  return { pass, desk, cys, answer: () => arrive(desk, { from: "Cy <cy@acme.example>", to, text: "Once more." }) };
};
