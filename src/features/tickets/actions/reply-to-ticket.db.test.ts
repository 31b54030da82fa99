import { afterEach, describe, expect, test } from "vitest";
import { castIn, castOf, perform, somebody, type Cast } from "../../../../test/support/cast.ts";
import { freshDb, inRollback } from "../../../../test/support/db.ts";
import { act } from "../../../platform/act.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../../platform/errors.ts";
import { after, days, now, useClock } from "../../../platform/time.ts";
import { findDraft } from "../store/drafts.ts";
import { listLinks } from "../store/links.ts";
import { listTimeline } from "../store/timeline.ts";
import { getTicket } from "../store/tickets.ts";
import { addNote } from "./add-note.ts";
import { addParticipant } from "./add-participant.ts";
import { cancelTicket } from "./cancel-ticket.ts";
import { closeTicket } from "./close-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { saveDraft } from "./save-draft.ts";
import { startTicket } from "./start-ticket.ts";
import { undoReply } from "./undo-reply.ts";

let restore: (() => void) | undefined;
afterEach(() => restore?.());
const letPass = (milliseconds: number) => {
  const at = after(now(), milliseconds);
  restore?.();
  restore = useClock(() => at);
};

const onTicket = (run: (tx: Tx, cast: Cast, ticketId: number) => Promise<void>) => () =>
  inRollback(async (tx) => {
    const cast = await castIn(tx);
    const { ticketId } = await perform(tx, cast.cy, openTicket, { subject: "Printer", text: "It beeps." });
    await run(tx, cast, ticketId);
  });

const wordsSeenBy = async (tx: Tx, actor: Cast["ann"] | Cast["cy"], ticketId: number) =>
  (await listTimeline(tx, actor, await getTicket(tx, actor, ticketId))).flatMap(({ message }) => message?.text ?? []);

describe("the desk answers", () => {
  test(
    "and the ticket stays where it is, or goes where the agent sends it",
    onTicket(async (tx, { ann }, ticketId) => {
      await perform(tx, ann, replyToTicket, { ticketId, text: "We look into it." });
      expect(await getTicket(tx, ann, ticketId)).toMatchObject({ status: "open", lastMessageBy: "agent" });
      await perform(tx, ann, replyToTicket, { ticketId, text: "Which colour?", thenStatus: "waiting" });
      expect((await getTicket(tx, ann, ticketId)).status).toBe("waiting");
      await perform(tx, ann, replyToTicket, {
        ticketId,
        text: "Replaced.",
        thenStatus: "resolved",
        result: "New ribbon",
      });
      const ticket = await getTicket(tx, ann, ticketId);
      expect(ticket).toMatchObject({ status: "resolved", result: "New ribbon" });
      expect(ticket.resolvedAt).not.toBeNull();
      const names = (await listTimeline(tx, ann, ticket)).map(({ name }) => name);
      expect(names).toEqual([
        "ticket.opened",
        "ticket.replied",
        "ticket.replied",
        "ticket.asked",
        "ticket.replied",
        "ticket.resolved",
      ]);
    }),
  );

  test(
    "for the first time, which is remembered",
    onTicket(async (tx, { ann }, ticketId) => {
      await perform(tx, ann, replyToTicket, { ticketId, text: "One" });
      const { firstAnsweredAt } = await getTicket(tx, ann, ticketId);
      expect(firstAnsweredAt).not.toBeNull();
      letPass(60_000);
      await perform(tx, ann, replyToTicket, { ticketId, text: "Two" });
      expect((await getTicket(tx, ann, ticketId)).firstAnsweredAt).toEqual(firstAnsweredAt);
    }),
  );

  test(
    "and customers see it once it can no longer be taken back",
    onTicket(async (tx, { ann, cy }, ticketId) => {
      await perform(tx, ann, replyToTicket, { ticketId, text: "Done." });
      expect(await wordsSeenBy(tx, ann, ticketId)).toEqual(["It beeps.", "Done."]);
      expect(await wordsSeenBy(tx, cy, ticketId)).toEqual(["It beeps."]);
      letPass(10_000);
      expect(await wordsSeenBy(tx, cy, ticketId)).toEqual(["It beeps.", "Done."]);
    }),
  );

  test(
    "into a closed ticket, which is open again by that, but not into a cancelled one",
    onTicket(async (tx, { ann, mo }, ticketId) => {
      await perform(tx, ann, closeTicket, { ticketId });
      await perform(tx, ann, replyToTicket, { ticketId, text: "One more thing." });
      expect(await getTicket(tx, ann, ticketId)).toMatchObject({ status: "open", closedAt: null });
      await perform(tx, mo, cancelTicket, { ticketId });
      await expect(perform(tx, ann, replyToTicket, { ticketId, text: "Hello?" })).rejects.toThrow(
        "tickets.isCancelled",
      );
    }),
  );

  test(
    "and nothing is written when the ticket cannot go where it should",
    onTicket(async (tx, { ann }, ticketId) => {
      const wrong = { ticketId, text: "x", thenStatus: "draft" } as const;
      await expect(perform(tx, ann, replyToTicket, wrong)).rejects.toThrow(Conflict);
    }),
  );
});

describe("customers answer", () => {
  test(
    "and the ticket comes back to work",
    onTicket(async (tx, { ann, cy }, ticketId) => {
      await perform(tx, ann, startTicket, { ticketId });
      await perform(tx, ann, replyToTicket, { ticketId, text: "Which colour?", thenStatus: "waiting" });
      await perform(tx, cy, replyToTicket, { ticketId, text: "Black." });
      const ticket = await getTicket(tx, ann, ticketId);
      expect(ticket).toMatchObject({
        status: "in_progress",
        assigneeIds: [ann.personId],
        lastMessageBy: "customer",
      });
    }),
  );

  test(
    "from CC and as the organisation's manager, but neither as a colleague nor as a stranger",
    onTicket(async (tx, { cy, cora, mia, eve }, ticketId) => {
      const say = (actor: Cast["cy"]) => perform(tx, actor, replyToTicket, { ticketId, text: "Me too." });
      await expect(say(cora)).rejects.toThrow(Forbidden);
      await expect(say(eve)).rejects.toThrow(NotFound);
      await say(mia);
      await perform(tx, cy, addParticipant, { ticketId, name: "", email: "cora@acme.example" });
      await perform(tx, cy, addParticipant, { ticketId, name: "", email: "eve@globex.example" });
      await say(cora);
      await say(eve);
      await expect(perform(tx, somebody, replyToTicket, { ticketId, text: "x" })).rejects.toThrow(NotFound);
    }),
  );

  test(
    "within the type's days after closing: it is open again; later a follow-up stands in for it",
    onTicket(async (tx, { ann, cy, cora }, ticketId) => {
      await perform(tx, cy, addParticipant, { ticketId, name: "", email: "cora@acme.example" });
      await perform(tx, ann, replyToTicket, { ticketId, text: "Done.", thenStatus: "closed", holdSeconds: 0 });
      letPass(days(13));
      expect(await perform(tx, cy, replyToTicket, { ticketId, text: "Again!" })).toMatchObject({ ticketId });
      expect((await getTicket(tx, ann, ticketId)).status).toBe("open");
      await perform(tx, ann, closeTicket, { ticketId });
      letPass(days(15));
      const late = await perform(tx, cora, replyToTicket, { ticketId, text: "And again!" });
      expect(late).toMatchObject({ followUpOf: ticketId });
      expect((await getTicket(tx, ann, ticketId)).status).toBe("closed");
      const followUp = await getTicket(tx, cora, late.ticketId);
      expect(followUp).toMatchObject({
        status: "open",
        subject: "Printer",
        requesterId: cora.personId,
        participantIds: [cy.personId],
        followUpOf: ticketId,
      });
      const [opened] = await listTimeline(tx, cora, followUp);
      expect(opened?.message).toMatchObject({ text: "And again!", quoted: "Again!" });
      expect(await listLinks(tx, ticketId)).toEqual([{ otherId: followUp.id, kind: "follow_up", isFrom: false }]);
      const old = await listTimeline(tx, cy, await getTicket(tx, cy, ticketId));
      expect(old.at(-1)).toMatchObject({
        name: "ticket.followed-up",
        payload: { followUpNumber: followUp.number },
      });
    }),
  );

  test(
    "with something to say",
    onTicket(async (tx, { cy }, ticketId) => {
      await expect(perform(tx, cy, replyToTicket, { ticketId, text: " \r\n " })).rejects.toThrow(Invalid);
    }),
  );
});

describe("taking an answer back", () => {
  test(
    "gives its words back as a draft, with files, and puts the ticket where it was",
    onTicket(async (tx, { ann, cy }, ticketId) => {
      const file = { file: "b".repeat(64), name: "a.txt", type: "text/plain", size: 3 };
      const said = { ticketId, text: "Done.", html: "<p>Done.</p>", attachments: [file] };
      const { messageId } = await perform(tx, ann, replyToTicket, { ...said, thenStatus: "resolved", result: "Fixed" });
      letPass(9_000);
      await perform(tx, ann, undoReply, { messageId });
      expect(await getTicket(tx, ann, ticketId)).toMatchObject({
        status: "open",
        result: null,
        resolvedAt: null,
        firstAnsweredAt: null,
        lastMessageBy: "customer",
      });
      expect(await findDraft(tx, ann.personId, { ticketId, kind: "public" })).toMatchObject({
        text: "Done.",
        html: "<p>Done.</p>",
        attachments: [file],
      });
      letPass(60_000);
      expect(await wordsSeenBy(tx, cy, ticketId)).toEqual(["It beeps."]);
      const history = await listTimeline(tx, ann, await getTicket(tx, ann, ticketId));
      expect(history.map(({ name }) => name)).toContain("ticket.reply-taken-back");
      expect(history.find(({ message }) => message?.text === "Done.")?.message?.takenBackAt).not.toBeNull();
    }),
  );

  test(
    "keeps what was typed meanwhile, and what others have changed meanwhile",
    onTicket(async (tx, { ann, mo }, ticketId) => {
      const { messageId } = await perform(tx, ann, replyToTicket, { ticketId, text: "One.", thenStatus: "waiting" });
      await perform(tx, ann, saveDraft, { ticketId, kind: "public", text: "Two." });
      await perform(tx, mo, closeTicket, { ticketId });
      await perform(tx, ann, undoReply, { messageId });
      expect((await findDraft(tx, ann.personId, { ticketId, kind: "public" }))?.text).toBe("One.\n\nTwo.");
      expect((await getTicket(tx, ann, ticketId)).status).toBe("closed");
    }),
  );

  test(
    "is refused when the time is over, twice, to others and to customers",
    onTicket(async (tx, { ann, mo, cy }, ticketId) => {
      const { messageId } = await perform(tx, ann, replyToTicket, { ticketId, text: "One." });
      await expect(perform(tx, mo, undoReply, { messageId })).rejects.toThrow(Forbidden);
      await expect(perform(tx, cy, undoReply, { messageId })).rejects.toThrow(Forbidden);
      await perform(tx, ann, undoReply, { messageId });
      await expect(perform(tx, ann, undoReply, { messageId })).rejects.toThrow("tickets.undoTooLate");
      const second = await perform(tx, ann, replyToTicket, { ticketId, text: "Two." });
      letPass(10_000);
      await expect(perform(tx, ann, undoReply, second)).rejects.toThrow("tickets.undoTooLate");
      const byApi = await perform(tx, ann, replyToTicket, { ticketId, text: "Three.", channel: "api" });
      await expect(perform(tx, ann, undoReply, byApi)).rejects.toThrow("tickets.undoTooLate");
    }),
  );
});

test(
  "notes are for the desk, which customers neither write nor see",
  onTicket(async (tx, { ann, cy }, ticketId) => {
    await perform(tx, ann, addNote, { ticketId, text: "He forgets the paper." });
    expect(await wordsSeenBy(tx, ann, ticketId)).toEqual(["It beeps.", "He forgets the paper."]);
    expect(await wordsSeenBy(tx, cy, ticketId)).toEqual(["It beeps."]);
    await expect(perform(tx, cy, addNote, { ticketId, text: "x" })).rejects.toThrow(Forbidden);
    const events = await listTimeline(tx, cy, await getTicket(tx, cy, ticketId));
    expect(events.map(({ name }) => name)).toEqual(["ticket.opened"]);
  }),
);

test("two who answer at the same time are both heard, one after the other", async () => {
  const { db } = await freshDb();
  const { ann, cy } = await castOf(db);
  const { ticketId } = await act(db, cy, openTicket, { subject: "Printer", text: "It beeps." });
  await Promise.all([
    act(db, ann, replyToTicket, { ticketId, text: "From Ann", thenStatus: "waiting" }),
    act(db, cy, replyToTicket, { ticketId, text: "From Cy" }),
  ]);
  const ticket = await getTicket(db, ann, ticketId);
  const entries = await listTimeline(db, ann, ticket);
  expect(entries.flatMap(({ message }) => message?.text ?? []).toSorted()).toEqual([
    "From Ann",
    "From Cy",
    "It beeps.",
  ]);
  expect(ticket.version).toBe(4);
});
