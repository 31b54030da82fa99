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
