import { afterEach, describe, expect, test } from "vitest";
import { us } from "../../../test/support/cast.ts";
import { openScene, outline, printer, type SentMail } from "../../../test/support/ticket-mails.ts";
import { act } from "../../platform/act.ts";
import { getEvent } from "../../platform/events.ts";
import { after, days, now, useClock } from "../../platform/time.ts";
import { ensurePerson, actorOfPerson } from "../people/index.ts";
import { addNote } from "./actions/add-note.ts";
import { addParticipant } from "./actions/add-participant.ts";
import { assignTicket } from "./actions/assign-ticket.ts";
import { changeFields } from "./actions/change-fields.ts";
import { closeTicket } from "./actions/close-ticket.ts";
import { openTicket } from "./actions/open-ticket.ts";
import { rateTicket } from "./actions/rate-ticket.ts";
import { reopenTicket } from "./actions/reopen-ticket.ts";
import { replyToTicket } from "./actions/reply-to-ticket.ts";
import { resolveTicket } from "./actions/resolve-ticket.ts";
import { takeTicket } from "./actions/take-ticket.ts";
import { undoReply } from "./actions/undo-reply.ts";
import { ticketEffects } from "./effects.ts";
import { words } from "./words.ts";

let restore: (() => void) | undefined;
afterEach(() => restore?.());
const letPass = (milliseconds: number) => {
  const at = after(now(), milliseconds);
  restore?.();
  restore = useClock(() => at);
};

/** A scene with Cy's ticket, which Ann has taken; Cora reads along. */
const withTicket = async () => {
  const scene = await openScene();
  const { context, cy, ann, cora } = scene;
  const { ticketId, number } = await act(context.db, cy, openTicket, {
    ...printer,
    cc: [{ name: "", email: cora.email! }],
  });
  await act(context.db, ann, takeTicket, { ticketId });
  return { ...scene, ticketId, number };
};

test("every event of the feature says what follows, and has words in both languages", () => {
  // What follows in tickets from others' events, those have words for.
  const own = Object.keys(ticketEffects).filter((name) => name in words.en.events);
  expect(own.sort()).toEqual(Object.keys(words.en.events).sort());
  expect(Object.keys(words.de.events).sort()).toEqual(Object.keys(words.en.events).sort());
  const names = Object.values(ticketEffects).flatMap((effects) => effects.map(({ name }) => name));
  expect(new Set(names).size).toBe(new Set(Object.values(ticketEffects).flat()).size);
});

describe("a new ticket", () => {
  test("is confirmed to the requester, with number and words he knows, and told to the desk", async () => {
    const { after: then, context, cy, ann, mo, ada, tom } = await openScene();
    await act(context.db, cy, openTicket, printer);
    const mails = await then(cy, openTicket, printer);
    expect(outline(mails)).toEqual(
      [
        `tickets.received to ${cy.email}`,
        ...[ann, mo, ada, tom].map(({ email }) => `tickets.desk-opened to ${email}`),
      ].toSorted(),
    );
    const received = mails.find(({ template }) => template === "tickets.received")!;
    expect(received.subject).toBe("[#10002] Printer at gate 3");
    expect(received.text).toContain("http://desk.test/requests/10002");
    expect(received.automatic).toBe(true);
    const told = mails.find(({ to }) => to === ann.email)!;
    expect(told.text).toContain("It beeps.");
    expect(told.text).toContain("Cy (Acme)");
    expect(told.text).toContain("http://desk.test/desk/tickets/10002");
  });

  test("of a team is told to the team only, and an internal one to no customer", async () => {
    const { after: then, mo, cy, tom, secondLevel } = await openScene();
    const internal = { ...printer, requesterId: cy.personId, visibility: "internal", teamId: secondLevel } as const;
    expect(outline(await then(mo, openTicket, internal))).toEqual([`tickets.desk-opened to ${tom.email}`]);
  });

  test("of somebody unknown brings one link to set a password, and none of the words that came in his name", async () => {
    const { after: then, context } = await openScene();
    const { person } = await context.db
      .transaction()
      .execute((tx) => ensurePerson(tx, us, { name: "BUY PILLS", email: "nora@new.example" }));
    const nora = await actorOfPerson(context.db, person.id);
    const spam = { subject: "Cheap watches", text: "http://spam.example", channel: "mail" } as const;
    const [mail] = (await then(nora, openTicket, spam)).filter(({ to }) => to === "nora@new.example");
    expect(mail!.text).toMatch(/http:\/\/desk\.test\/password\/\S{20,}/);
    const whole = `${mail!.subject} ${mail!.text} ${mail!.html}`;
    for (const reflected of ["Cheap watches", "spam.example", "BUY PILLS"]) expect(whole).not.toContain(reflected);
    const [second] = (await then(nora, openTicket, spam)).filter(({ to }) => to === "nora@new.example");
    expect(second!.text).not.toContain("/password/");
  });

  test("of an address that several people read leads to no page, says why, and asks for answers by mail", async () => {
    const { after: then, context, ann } = await openScene();
    const { person } = await context.db
      .transaction()
      .execute((tx) => ensurePerson(tx, us, { name: "Acme", email: "info@acme.example" }));
    const office = await actorOfPerson(context.db, person.id);
    const toOffice = (mails: SentMail[]) => mails.filter(({ to }) => to === "info@acme.example");
    const [mail] = toOffice(await then(office, openTicket, { ...printer, channel: "mail" }));
    expect(mail!.text).toContain("it cannot have access to our portal");
    expect(mail!.text).toContain("just answer this mail");
    const later = [
      ...(await then(ann, replyToTicket, { ticketId: 1, text: "Which colour?", holdSeconds: 0 })),
      ...(await then(ann, changeFields, { ticketId: 1, priority: "high" })),
      ...(await then(ann, resolveTicket, { ticketId: 1 })),
      ...(await then(ann, closeTicket, { ticketId: 1 })),
    ];
    expect(toOffice(later)).toHaveLength(4);
    for (const { text, html } of [mail!, ...toOffice(later)]) {
      expect(text + html).not.toMatch(/desk\.test|mail-button/);
      expect(text).toContain("answer");
    }
  });

  test("that an agent opened says so, and those in CC learn of it, each in his language", async () => {
    const { after: then, ann, cy, cora } = await openScene();
    const call = { ...printer, requesterId: cy.personId, channel: "telephone", cc: [{ name: "", email: cora.email! }] };
    const mails = await then(ann, openTicket, call as never);
    expect(mails.find(({ to }) => to === cy.email)!.text).toContain("Ann has opened request #10001 for you");
    const german = mails.find(({ to }) => to === cora.email)!;
    expect(german).toMatchObject({ locale: "de", template: "tickets.joined" });
    expect(german.text).toContain("Ann hat Sie bei der Anfrage #10001 in CC gesetzt");
    expect(german.text).toContain("weil Sie bei dieser Anfrage in CC stehen");
  });
});

describe("an answer of the desk", () => {
  test("goes to requester and CC, in the thread, to be answered by mail, newest words first", async () => {
    const { after: then, context, ann, cy, cora, ticketId, number } = await withTicket();
    await act(context.db, cy, replyToTicket, {
      ticketId,
      text: "Still beeping.",
      channel: "mail",
      mailMessageId: "<cy-1@acme.example>",
    });
    const mails = await then(ann, replyToTicket, { ticketId, text: "Which colour?", thenStatus: "waiting" });
    expect(outline(mails)).toEqual([`tickets.answered to ${cy.email}`, `tickets.answered to ${cora.email}`].toSorted());
    const toCy = mails.find(({ to }) => to === cy.email)!;
    expect(toCy).toMatchObject({
      subject: `[#${number}] Printer at gate 3`,
      from_name: "Ann (Helpful Ltd)",
      automatic: false,
      reference_ids: [`<ticket-${ticketId}.tresen@desk.example>`, "<cy-1@acme.example>"],
      in_reply_to: "<cy-1@acme.example>",
    });
    expect(toCy.reply_to).toMatch(new RegExp(`^support\\+t${ticketId}-p${cy.personId}-[a-z2-7]{16}@desk\\.example$`));
    expect(toCy.text.indexOf("Which colour?")).toBeLessThan(toCy.text.indexOf("Still beeping."));
    expect(toCy.text.indexOf("Still beeping.")).toBeLessThan(toCy.text.indexOf("It beeps."));
    expect(toCy.text).toContain("To go on, we need your answer.");
    const toCora = mails.find(({ to }) => to === cora.email)!;
    expect(toCora.reply_to).toContain(`-p${cora.personId}-`);
    expect(toCora.reference_ids).toHaveLength(1);
    expect(toCora.text).toContain("Um weiterzukommen, brauchen wir Ihre Antwort.");
  });

  test("waits as long as it can be taken back, and leaves nothing behind when it is", async () => {
    const { after: then, context, ann, ticketId } = await withTicket();
    const at = new Date("2026-03-02T09:00:00Z");
    restore = useClock(() => at);
    const mails = await then(ann, replyToTicket, { ticketId, text: "Oops." });
    expect(mails.map(({ next_attempt_at }) => next_attempt_at)).toEqual([after(at, 10_000), after(at, 10_000)]);
    const { id } = await context.db
      .selectFrom("messages")
      .select("id")
      .where("text", "=", "Oops.")
      .executeTakeFirstOrThrow();
    await act(context.db, ann, undoReply, { messageId: id });
    const states = await context.db.selectFrom("outgoing_mails").select("state").execute();
    expect(states.map(({ state }) => state)).toEqual(["cancelled", "cancelled"]);
  });

  test("that was taken back before its mails were written is not mailed at all", async () => {
    const { context, ann, ticketId } = await withTicket();
    const { messageId, eventId } = await act(context.db, ann, replyToTicket, { ticketId, text: "Oops." });
    await act(context.db, ann, undoReply, { messageId });
    const event = await getEvent(context.db, eventId);
    for (const effect of ticketEffects["ticket.replied"]!) await effect.run(context, event);
    expect(await context.db.selectFrom("outgoing_mails").select("id").execute()).toEqual([]);
  });

  test("that solves the ticket says so in the same mail, with the result", async () => {
    const { after: then, ann, cy, ticketId } = await withTicket();
    const solved = { ticketId, text: "Replaced.", thenStatus: "resolved", result: "New ribbon" } as const;
    const mails = (await then(ann, replyToTicket, solved)).filter(({ to }) => to === cy.email);
    expect(mails.map(({ template }) => template)).toEqual(["tickets.answered"]);
    expect(mails[0]!.text).toContain("We consider this solved");
    expect(mails[0]!.text).toContain("New ribbon");
  });

  test("carries small files, and leaves large ones on the page", async () => {
    const { after: then, ann, cy, ticketId } = await withTicket();
    const file = { file: "c".repeat(64), name: "a.txt", type: "text/plain", size: 3 };
    const [small] = (await then(ann, replyToTicket, { ticketId, text: "Here.", attachments: [file] })).filter(
      ({ to }) => to === cy.email,
    );
    expect(small!.attachments).toEqual([{ name: "a.txt", type: "text/plain", file: file.file }]);
    const [large] = (
      await then(ann, replyToTicket, { ticketId, text: "And here.", attachments: [{ ...file, size: 7_000_001 }] })
    ).filter(({ to }) => to === cy.email);
    expect(large!.attachments).toEqual([]);
    expect(large!.text).toContain("a.txt");
  });
});

describe("a customer's answer", () => {
  test("goes to those who are assigned and to the other customers, not back to its writer", async () => {
    const { after: then, ann, cy, cora, ticketId } = await withTicket();
    const mails = await then(cy, replyToTicket, { ticketId, text: "Black." });
    expect(outline(mails)).toEqual([`tickets.copy to ${cora.email}`, `tickets.desk-answered to ${ann.email}`]);
    expect(mails.find(({ to }) => to === ann.email)!.reply_to).toContain(`-p${ann.personId}-`);
  });

  test("does not carry its words to addresses that nobody has proved", async () => {
    const { after: then, context, cy, ticketId } = await withTicket();
    const invited = await then(cy, addParticipant, { ticketId, name: "", email: "victim@other.example" });
    expect(invited[0]!.text).not.toContain("It beeps");
    expect(invited[0]!.subject).not.toContain("Printer");
    const mails = await then(cy, replyToTicket, { ticketId, text: "Buy this!" });
    expect(mails.map(({ to }) => to)).not.toContain("victim@other.example");
    expect(await context.db.selectFrom("outgoing_mails").select("id").execute()).not.toEqual([]);
  });

  test("that somebody at the desk has answered already is not told any more", async () => {
    const { context, ann, cy, ticketId } = await withTicket();
    const { eventId } = await act(context.db, cy, replyToTicket, { ticketId, text: "Black." });
    await act(context.db, ann, replyToTicket, { ticketId, text: "Thanks." });
    const event = await getEvent(context.db, eventId);
    await ticketEffects["ticket.answered"]![0]!.run(context, event);
    expect(await context.db.selectFrom("outgoing_mails").select("id").execute()).toEqual([]);
  });
});

describe("what else happens", () => {
  test("assigning tells the new ones, taking tells nobody", async () => {
    const { after: then, ann, tom, ticketId } = await withTicket();
    const both = { ticketId, assigneeIds: [ann.personId, tom.personId] };
    const mails = await then(ann, assignTicket, both);
    expect(outline(mails)).toEqual([`tickets.desk-assigned to ${tom.email}`]);
    expect(mails[0]!.text).toContain("Ann has assigned");
  });

  test("solving, closing and reopening tell the customers, with result and days", async () => {
    const { after: then, ann, cy, cora, ticketId } = await withTicket();
    const customers = [cora.email, cy.email];
    const solved = await then(ann, resolveTicket, { ticketId, result: "New ribbon" });
    expect(solved.map(({ to }) => to).toSorted()).toEqual(customers);
    expect(solved[0]!.text).toContain("New ribbon");
    const closed = await then(ann, closeTicket, { ticketId, reason: "He never pays" });
    for (const { text } of closed) expect(text).not.toContain("never pays");
    expect(closed.find(({ to }) => to === cy.email)!.text).toContain("An answer within 14 days brings it back.");
    expect(closed.find(({ to }) => to === cora.email)!.text).toContain("innerhalb von 14 Tagen");
    const reopened = await then(cy, reopenTicket, { ticketId });
    expect(outline(reopened)).toEqual([`tickets.desk-reopened to ${ann.email}`, `tickets.status to ${cora.email}`]);
  });

  test("a rating closes the ticket without a mail to whoever rated", async () => {
    const { after: then, ann, cy, ticketId, context } = await withTicket();
    await act(context.db, ann, resolveTicket, { ticketId });
    expect(await then(cy, rateTicket, { ticketId, rating: 4 })).toEqual([]);
  });

  test("a status that has changed again is not told any more", async () => {
    const { context, ann, ticketId } = await withTicket();
    const { eventId } = await act(context.db, ann, closeTicket, { ticketId });
    await act(context.db, ann, reopenTicket, { ticketId });
    await ticketEffects["ticket.closed"]![0]!.run(context, await getEvent(context.db, eventId));
    expect(await context.db.selectFrom("outgoing_mails").select("id").execute()).toEqual([]);
  });

  test("another priority is told, tags and notes are not", async () => {
    const { after: then, ann, cy, cora, ticketId } = await withTicket();
    const raised = await then(ann, changeFields, { ticketId, priority: "blocker", tags: ["vip"] });
    expect(raised.map(({ to }) => to).toSorted()).toEqual([cora.email, cy.email]);
    expect(raised.find(({ to }) => to === cy.email)!.text).toContain("Medium → Blocker");
    expect(raised.find(({ to }) => to === cy.email)!.text).not.toContain("vip");
    expect(await then(ann, changeFields, { ticketId, tags: ["other"] })).toEqual([]);
    expect(await then(ann, addNote, { ticketId, text: "Hm." })).toEqual([]);
  });

  test("internal notes never reach a customer in any mail", async () => {
    const { after: then, context, ann, cy, ticketId } = await withTicket();
    const secret = "He forgets the paper every time";
    await act(context.db, ann, addNote, { ticketId, text: secret });
    await then(ann, replyToTicket, { ticketId, text: "Look at the paper tray.", holdSeconds: 0 });
    await then(cy, replyToTicket, { ticketId, text: "Oh." });
    await then(ann, resolveTicket, { ticketId });
    letPass(days(1));
    await then(cy, reopenTicket, { ticketId });
    const mails = await context.db.selectFrom("outgoing_mails").select(["text", "html"]).execute();
    expect(mails.length).toBeGreaterThan(5);
    for (const { text, html } of mails) expect(text + html).not.toContain(secret);
  });
});

test("an internal note mails those whom it calls, once, and nobody else", async () => {
  const scene = await openScene();
  const { ann, tom, cy } = scene;
  await scene.after(cy, openTicket, { subject: "Printer", text: "It beeps." });
  expect(await scene.after(ann, addNote, { ticketId: 1, text: "Nobody in particular." })).toEqual([]);
  const [mail, ...more] = await scene.after(ann, addNote, {
    ticketId: 1,
    text: "@Tom, is that the fuse? @Ann was here",
  });
  expect(more).toEqual([]);
  expect(mail).toMatchObject({ to: tom.email, template: "tickets.desk-mentioned" });
  expect(mail?.text).toContain("Ann calls you in #10001");
  expect(mail?.text).toContain("is that the fuse?");
});
