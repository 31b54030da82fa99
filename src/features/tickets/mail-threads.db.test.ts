import { expect, test } from "vitest";
import { us } from "../../../test/support/cast.ts";
import { hello } from "../../../test/support/outbox.tsx";
import { openScene, printer, type SentMail } from "../../../test/support/ticket-mails.ts";
import { queueMail } from "../outgoing-mail/index.ts";
import { actorOfPerson, ensurePerson, proveAddress } from "../people/index.ts";
import { addNote } from "./actions/add-note.ts";
import { addParticipant } from "./actions/add-participant.ts";
import { assignTicket } from "./actions/assign-ticket.ts";
import { changeFields } from "./actions/change-fields.ts";
import { closeTicket } from "./actions/close-ticket.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { replyToTicket } from "./actions/reply-to-ticket.ts";
import { resolveTicket } from "./actions/resolve-ticket.ts";

const threadOf = (mails: SentMail[], address: string | null) => {
  const own = mails.filter(({ to }) => to === address);
  return {
    many: own.length,
    subjects: [...new Set(own.map(({ subject }) => subject))],
    roots: [...new Set(own.map(({ reference_ids }) => reference_ids[0]))],
    messageIds: new Set(own.map(({ message_id }) => message_id)).size,
    follow: own.every(({ in_reply_to, reference_ids }) => in_reply_to === reference_ids.at(-1)),
  };
};

test("all mails about a ticket to one person have one subject and one root, whatever becomes of the ticket", async () => {
  const { after: then, context, ann, mo, cy, cora, tom } = await openScene();
  const cc = [{ name: "", email: cora.email! }];
  const mails = await then(cy, openTicket, { ...printer, cc });
  const ticketId = 1;
  const steps = [
    () => then(ann, replyToTicket, { ticketId, text: "Which colour?", holdSeconds: 0 }),
    () => then(ann, changeFields, { ticketId, subject: "Ribbon used up", priority: "high" }),
    () => then(cy, replyToTicket, { ticketId, text: "Black.", channel: "mail", mailMessageId: "<1@acme.example>" }),
    () => then(ann, assignTicket, { ticketId, assigneeIds: [tom.personId, mo.personId] }),
    () => then(tom, addNote, { ticketId, text: "@Mo, do we have one?" }),
    () => then(ann, resolveTicket, { ticketId, result: "New ribbon" }),
  ];
  for (const step of steps) mails.push(...(await step()));
  const root = `<ticket-${ticketId}.tresen@desk.example>`;
  for (const { email, least } of [
    { email: cy.email, least: 4 },
    { email: cora.email, least: 5 },
    { email: mo.email, least: 3 },
  ]) {
    const thread = threadOf(mails, email);
    expect(thread).toMatchObject({ subjects: ["[#10001] Printer at gate 3"], roots: [root], follow: true });
    expect(thread.many).toBeGreaterThanOrEqual(least);
    expect(thread.messageIds).toBe(thread.many);
  }
  // Whoever joins later knows only the later words.
  const late = await then(ann, addParticipant, { ticketId, name: "", email: "late@acme.example" });
  expect(late.map(({ subject }) => subject)).toEqual(["[#10001] Your request"]);
  mails.push(...(await then(ann, closeTicket, { ticketId })));
  expect(threadOf(mails, cy.email).subjects).toHaveLength(1);
  expect(await context.db.selectFrom("mail_threads").select("subject").execute()).toHaveLength(7);
});

interface Seen {
  id: string;
  subject: string;
  parent: string | undefined;
  names: readonly string[];
}

/** As mail programs compare subjects (RFC 5256 §2.1): without "Re:", and without a tag in brackets in front. */
const topic = (subject: string) => subject.replace(/^((re|aw|fwd?):\s*|\[[^\]]*\]\s*)+/i, "").toLowerCase();

/** Which messages stand in one conversation with an earlier one; the first always begins one. */
const conversations: Record<string, (message: Seen, earlier: readonly Seen[]) => boolean> = {
  // Gmail: the same subject, and a message in common.
  gmail: (message, earlier) =>
    earlier.some(
      (other) =>
        topic(other.subject) === topic(message.subject) &&
        [other.id, ...other.names].some((id) => message.names.includes(id)),
    ),
  // Outlook: the subject, and what it answers, which has to be there.
  outlook: (message, earlier) =>
    earlier.some(({ id, subject }) => id === message.parent && topic(subject) === topic(message.subject)),
  // Apple Mail and Thunderbird: one of the references has to be there.
  apple: (message, earlier) => earlier.some(({ id }) => message.names.includes(id)),
};

test("a customer's mail program has messages of ours and of his own in one conversation, whichever it is", async () => {
  const { after: then, context, ann, cy, cora } = await openScene();
  const mine = (mailMessageId: string) => ({ channel: "mail", mailMessageId }) as const;
  const cc = [{ name: "", email: cora.email! }];
  const ticketId = 1;
  const mails = await then(cy, openTicket, { ...printer, cc, ...mine("<1@acme.example>") });
  const own: Seen = { id: "<1@acme.example>", subject: printer.subject, parent: undefined, names: [] };
  mails.push(...(await then(ann, replyToTicket, { ticketId, text: "Which colour?", holdSeconds: 0 })));
  const parent = mails.findLast(({ to }) => to === cy.email)!;
  const answer: Seen = {
    id: "<2@acme.example>",
    subject: `Re: ${parent.subject}`,
    parent: parent.message_id,
    names: [...parent.reference_ids, parent.message_id],
  };
  mails.push(...(await then(cy, replyToTicket, { ticketId, text: "Black.", ...mine(answer.id) })));
  mails.push(...(await then(ann, changeFields, { ticketId, subject: "Ribbon used up", priority: "high" })));
  mails.push(...(await then(ann, resolveTicket, { ticketId, result: "New ribbon" })));
  mails.push(...(await then(ann, closeTicket, { ticketId })));
  const seenBy = (address: string | null): Seen[] =>
    mails
      .filter(({ to }) => to === address)
      .map((mail) => ({
        id: mail.message_id,
        subject: mail.subject,
        parent: mail.in_reply_to ?? undefined,
        names: mail.reference_ids,
      }));
  const cys = seenBy(cy.email);
  cys.splice(cys.findIndex(({ id }) => id === parent.message_id) + 1, 0, answer);
  for (const [who, all] of [
    ["Cy", [own, ...cys]],
    ["Cora", seenBy(cora.email)],
  ] as const) {
    expect(all.length).toBeGreaterThanOrEqual(4);
    for (const [program, belongs] of Object.entries(conversations))
      for (const [at, message] of all.entries())
        if (at > 0) expect(belongs(message, all.slice(0, at)), `${who}, ${program}, message ${at}`).toBe(true);
  }
  // Nothing of one person's mails stands in another's.
  const coras = new Set(seenBy(cora.email).map(({ id }) => id));
  expect(cys.some(({ names }) => names.some((id) => coras.has(id)))).toBe(false);
  const { rows } = await context.pool.query<{ template: string; unsubscribe_url: string | null; to_address: string }>(
    "select template, unsubscribe_url, to_address from outgoing_mails",
  );
  // A button to unsubscribe: for those in CC, in what they can do without, and nowhere else.
  const withButton = rows.filter((row) => row.unsubscribe_url !== null);
  expect(new Set(withButton.map((row) => row.to_address))).toEqual(new Set([cora.email]));
  expect(withButton.map((row) => row.template)).not.toContain("tickets.answered");
  expect(withButton.map((row) => row.template)).toContain("tickets.status");
});

test("a subject that told nothing to an unproved address stays when the address is proved", async () => {
  const { after: then, context, ann } = await openScene();
  const { person } = await context.db
    .transaction()
    .execute((tx) => ensurePerson(tx, us, { name: "Nora", email: "nora@new.example" }));
  const nora = await actorOfPerson(context.db, person.id);
  const mails = await then(nora, openTicket, { ...printer, channel: "mail", mailMessageId: "<n@new.example>" });
  mails.push(...(await then(ann, replyToTicket, { ticketId: 1, text: "Which colour?", holdSeconds: 0 })));
  await context.db.transaction().execute((tx) => proveAddress(tx, nora, person.id));
  mails.push(...(await then(ann, resolveTicket, { ticketId: 1 })));
  expect(threadOf(mails, "nora@new.example")).toMatchObject({ many: 3, subjects: ["[#10001] Your request"] });
  expect(mails.at(-1)!.text).toContain("http://desk.test/requests/10001");
});

test("of two first mails at once, both carry the subject of one", async () => {
  const { context, cy } = await openScene();
  const letter = { ...hello, to: { personId: cy.personId, name: "Cy", address: cy.email! }, inThread: true };
  const about = { kind: "ticket", id: 17 };
  await Promise.all(["One", "Two", "Three"].map((subject) => queueMail(context, { ...letter, about, subject })));
  await queueMail(context, { ...letter, about: { ...about, id: 18 }, subject: "Other" });
  const mails = await context.db.selectFrom("outgoing_mails").select(["subject", "subject_id"]).execute();
  expect(new Set(mails.filter((mail) => mail.subject_id === 17).map(({ subject }) => subject)).size).toBe(1);
  expect(mails.find((mail) => mail.subject_id === 18)?.subject).toBe("Other");
});
