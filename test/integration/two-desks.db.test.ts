import { expect, test } from "vitest";
import { receiveMail } from "../../src/features/incoming-mail/receive-mail.ts";
import { addSupplier, passTicket } from "../../src/features/suppliers/index.ts";
import { openTicket, replyToTicket, resolveTicket, takeTicket } from "../../src/features/tickets/index.ts";
import { act } from "../../src/platform/act.ts";
import type { OutgoingMessage } from "../../src/platform/mail/transport.ts";
import { startMailDesk, type MailDesk } from "../support/incoming.ts";
import { scripted } from "../support/outbox.tsx";

/** A desk whose mails are collected, to be carried elsewhere. */
const deskAt = async (mailAddress: string) => {
  const sent: OutgoingMessage[] = [];
  const mail = scripted([]);
  const desk = await startMailDesk({
    mail: {
      ...mail,
      send: (message) => {
        sent.push(message);
        return mail.send(message);
      },
    },
  });
  await desk.context.db.updateTable("desks").set({ mail_address: mailAddress }).execute();
  return { ...desk, mailAddress, sent };
};

const rawOf = ({ from, to, replyTo, messageId, inReplyTo, references, subject, text, headers }: OutgoingMessage) =>
  Buffer.from(
    [
      `From: ${from.name} <${from.address}>`,
      `To: ${to.address}`,
      ...(replyTo ? [`Reply-To: ${replyTo}`] : []),
      `Message-ID: ${messageId}`,
      ...(inReplyTo ? [`In-Reply-To: ${inReplyTo}`] : []),
      ...(references.length ? [`References: ${references.join(" ")}`] : []),
      `Subject: ${subject}`,
      "Content-Type: text/plain; charset=utf-8",
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      "",
      text,
    ].join("\r\n"),
  );

/** Carries what the desks wrote to each other until nothing is left; returns how many mails that were. */
const carry = async (desks: readonly Awaited<ReturnType<typeof deskAt>>[]): Promise<number> => {
  for (let carried = 0; carried < 50;) {
    for (const { drain } of desks) await drain();
    const waiting = desks.flatMap(({ sent }) => sent.splice(0));
    const home = (address: string) => desks.find(({ mailAddress }) => domainOf(mailAddress) === domainOf(address));
    const letters = waiting.filter(({ to }) => home(to.address) && to.address.startsWith("support"));
    if (letters.length === 0) return carried;
    for (const letter of letters) {
      carried++;
      await receiveMail((home(letter.to.address) as MailDesk).context, {
        source: "test",
        envelopeFrom: letter.envelopeFrom,
        envelopeTo: [letter.to.address],
        raw: rawOf(letter),
      });
    }
  }
  throw new Error("the two desks do not stop writing to each other");
};

const domainOf = (address: string) => address.split("@")[1];

test("two desks keep number, status and messages in step, and stop writing to each other", async () => {
  const ours = await deskAt("support@desk.example");
  const theirs = await deskAt("support@werk.example");
  const both = [ours, theirs];
  const { cy, ann, ada } = ours.cast;
  const { db } = ours.context;
  const { ticketId } = await act(db, cy, openTicket, { subject: "Export", text: "It stops." });
  const { supplierId } = await act(db, ada, addSupplier, {
    name: "Werk",
    mailAddress: "support@werk.example",
    customerNumber: "K-1",
    locale: "en",
  });
  await act(db, ann, passTicket, {
    ...{ ticketId, supplierId, domain: "acme.example", errorPicture: "The export stops at 90 %.", mayContact: "yes" },
    ...{ contactName: "Cy", contactEmail: "cy@acme.example", sendsAnswers: "on" },
  });
  await carry(both);

  // There it is one ticket, and its number is known here.
  const there = await theirs.context.db.selectFrom("tickets").selectAll().execute();
  expect(there.map(({ subject }) => subject)).toEqual(["Export (our number 10001)"]);
  const theirTicket = there[0]!.id;
  const passing = () => db.selectFrom("supplier_passings").selectAll().executeTakeFirstOrThrow();
  expect(await passing()).toMatchObject({ their_number: "10001", their_status: "Open" });

  // Their agent answers: a note here, the status in step.
  const them = theirs.cast.ann;
  await act(theirs.context.db, them, takeTicket, { ticketId: theirTicket });
  await act(theirs.context.db, them, replyToTicket, {
    ...{ ticketId: theirTicket, text: "Which version?", holdSeconds: 0, thenStatus: "waiting" },
  });
  await carry(both);
  expect((await passing()).their_status).toMatch(/wait|your/i);
  const messages = async (desk: MailDesk) =>
    (await desk.context.db.selectFrom("messages").select(["text", "internal"]).orderBy("id").execute()).map(
      ({ text, internal }) => `${internal ? "internal" : "public"}: ${text}`,
    );
  expect((await messages(ours)).some((each) => /^internal: [^]*Which version\?/.test(each))).toBe(true);

  // The customer answers us, and it goes on there, into the same ticket.
  await act(db, cy, replyToTicket, { ticketId, text: "It is 5.2." });
  await carry(both);
  expect((await messages(theirs)).some((each) => /^public: [^]*It is 5\.2\./.test(each))).toBe(true);

  // They resolve it, we do: both know, and nobody goes on writing.
  await act(theirs.context.db, them, resolveTicket, { ticketId: theirTicket, result: "Install 5.3." });
  await carry(both);
  expect((await passing()).their_status).toMatch(/resolved|solved/i);
  await act(db, ann, resolveTicket, { ticketId, result: "It is 5.3." });
  expect(await carry(both)).toBeLessThan(6);
  expect(await theirs.context.db.selectFrom("tickets").select("id").execute()).toHaveLength(1);
  expect(await db.selectFrom("tickets").select("id").execute()).toHaveLength(1);
});
