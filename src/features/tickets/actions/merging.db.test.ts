import { describe, expect, test } from "vitest";
import { castOf, perform } from "../../../../test/support/cast.ts";
import { freshDb } from "../../../../test/support/db.ts";
import { scene, type Scene } from "../../../../test/support/scene.ts";
import { act } from "../../../platform/act.ts";
import { Conflict, Forbidden, Invalid, NotFound } from "../../../platform/errors.ts";
import { listEvents } from "../../../platform/events.ts";
import { filterOf } from "../filter.ts";
import type { Actor } from "../../../platform/actor.ts";
import type { Tx } from "../../../platform/db/db.ts";
import { findDraft } from "../store/drafts.ts";
import { listTickets } from "../store/lists.ts";
import { listTimeline } from "../store/timeline.ts";
import { findTicketById, getTicket } from "../store/tickets.ts";
import { addNote } from "./add-note.ts";
import { addParticipant } from "./add-participant.ts";
import { cancelTicket } from "./cancel-ticket.ts";
import { changeFields } from "./change-fields.ts";
import { closeTicket } from "./close-ticket.ts";
import { mergeTicket } from "./merge-ticket.ts";
import { openTicket } from "./open-ticket.ts";
import { removeParticipant } from "./remove-participant.ts";
import { replyToTicket } from "./reply-to-ticket.ts";
import { resolveTicket } from "./resolve-ticket.ts";
import { saveDraft } from "./save-draft.ts";
import { sendAnswer } from "./send-answer.ts";
import { takeTicket } from "./take-ticket.ts";
import { undoReply } from "./undo-reply.ts";
import { unmergeTicket } from "./unmerge-ticket.ts";

const open = (tx: Tx, who: Actor, facts: Record<string, unknown> = {}) =>
  perform(tx, who, openTicket, { subject: "Scanner", text: "It scans nothing.", ...facts });

const textsFor = async ({ tx }: Scene, who: Actor, ticketId: number) =>
  (await listTimeline(tx, who, await getTicket(tx, who, ticketId))).flatMap(({ message, from }) =>
    message ? [from === undefined ? message.text : `${message.text} (#${from})`] : [],
  );

const found = async (tx: Tx, who: Actor, text: string) =>
  (await listTickets(tx, who, { filter: filterOf({ text }) })).tickets.map(({ id }) => id).sort((a, b) => a - b);

const namesOf = async (tx: Tx, id: number) => (await listEvents(tx, { kind: "ticket", id })).map(({ name }) => name);

describe("merging", () => {
  test(
    "lets the conversation go on in the other ticket, in the order it was led, with everybody who took part",
    scene(async (it) => {
      const { tx, cast, ticketId } = it;
      const { ann, cy, cora, tom } = cast;
      const other = await open(tx, cora);
      await perform(tx, ann, replyToTicket, { ticketId, text: "Which one?", holdSeconds: 0 });
      await perform(tx, tom, addNote, { ticketId, text: "Ribbon again." });
      const { number } = await getTicket(tx, ann, ticketId);
      await perform(tx, ann, mergeTicket, { ticketId, number: other.number, reason: "Same ribbon" });
      expect(await getTicket(tx, ann, ticketId)).toMatchObject({
        status: "closed",
        mergedInto: other.ticketId,
        statusBeforeMerge: "open",
      });
      expect((await getTicket(tx, ann, other.ticketId)).participantIds).toEqual([cy.personId]);
      expect(await textsFor(it, ann, other.ticketId)).toEqual([
        `It beeps. (#${number})`,
        "It scans nothing.",
        `Which one? (#${number})`,
        `Ribbon again. (#${number})`,
      ]);
      for (const reader of [cy, cora])
        expect(await textsFor(it, reader, other.ticketId)).toEqual([
          `It beeps. (#${number})`,
          "It scans nothing.",
          `Which one? (#${number})`,
        ]);
      // Nothing was copied: the old one still has its own.
      expect(await textsFor(it, cy, ticketId)).toEqual(["It beeps.", "Which one?"]);
    }),
  );

  test(
    "is found by the words of both, and its own words still find the old one",
    scene(async ({ tx, cast: { ann, cy, cora, eve }, ticketId }) => {
      const other = await open(tx, cora);
      await perform(tx, ann, addNote, { ticketId, text: "Ribbon again." });
      await perform(tx, ann, mergeTicket, { ticketId, number: other.number });
      expect(await found(tx, ann, "beeps")).toEqual([ticketId, other.ticketId]);
      expect(await found(tx, ann, "ribbon scans")).toEqual([other.ticketId]);
      expect(await found(tx, cy, "beeps scans")).toEqual([other.ticketId]);
      // Notes stay what customers cannot even guess at.
      expect(await found(tx, cy, "ribbon")).toEqual([]);
      expect(await found(tx, eve, "beeps")).toEqual([]);
      await perform(tx, ann, unmergeTicket, { ticketId });
      expect(await found(tx, ann, "beeps")).toEqual([ticketId]);
      expect(await found(tx, ann, "ribbon")).toEqual([ticketId]);
      expect(await found(tx, cora, "scans")).toEqual([other.ticketId]);
    }),
  );

  test(
    "asks first where somebody would read what he could not before, and keeps them apart if that is decided",
    scene(async (it) => {
      const { tx, cast, ticketId } = it;
      const { ann, cy, eve } = cast;
      const other = await open(tx, eve);
      const merge = { ticketId, number: other.number };
      const asked = await perform(tx, ann, mergeTicket, merge).catch((error: unknown) => error);
      expect(asked).toBeInstanceOf(Invalid);
      expect(Object.keys((asked as Invalid).fields)).toEqual(["sight"]);
      await perform(tx, ann, mergeTicket, { ...merge, sight: "apart" });
      expect((await getTicket(tx, ann, other.ticketId)).participantIds).toEqual([]);
      expect(await findTicketById(tx, cy, other.ticketId)).toBeUndefined();
      expect(await textsFor(it, eve, other.ticketId)).toEqual(["It scans nothing."]);
      expect(await textsFor(it, ann, other.ticketId)).toContain("It beeps. (#10001)");
      expect(await found(tx, eve, "beeps")).toEqual([]);
      const history = await listTimeline(tx, eve, await getTicket(tx, eve, other.ticketId));
      expect(history.map(({ name }) => name)).toEqual(["ticket.opened"]);
      // What he writes still gets to us, and to nobody else.
      const answered = await perform(tx, cy, replyToTicket, { ticketId, text: "And now?" });
      expect(answered.followUpOf).toBe(ticketId);
      expect(await textsFor(it, eve, other.ticketId)).toEqual(["It scans nothing."]);
    }),
  );

  test(
    "lets strangers join only because an agent decided so",
    scene(async (it) => {
      const { tx, cast, ticketId } = it;
      const { ann, cy, eve } = cast;
      const other = await open(tx, eve);
      await perform(tx, ann, mergeTicket, { ticketId, number: other.number, sight: "together" });
      expect(await textsFor(it, cy, other.ticketId)).toContain("It scans nothing.");
      expect(await textsFor(it, eve, other.ticketId)).toContain("It beeps. (#10001)");
    }),
  );

  test(
    "brings answers to the old one to the other, from the portal and by mail",
    scene(async ({ tx, cast: { ann, cy, cora }, ticketId }) => {
      const other = await open(tx, cora);
      await perform(tx, ann, mergeTicket, { ticketId, number: other.number });
      await perform(tx, ann, resolveTicket, { ticketId: other.ticketId });
      const answered = await perform(tx, cy, replyToTicket, { ticketId, text: "Still beeps." });
      expect(answered).toMatchObject({ ticketId: other.ticketId, number: other.number, mergedFrom: ticketId });
      expect((await getTicket(tx, ann, other.ticketId)).status).toBe("open");
      const mailed = await perform(tx, ann, replyToTicket, {
        ticketId,
        text: "Sorry.",
        channel: "mail",
        holdSeconds: 0,
      });
      expect(mailed.ticketId).toBe(other.ticketId);
      // At the screen it is said first where the words would go.
      await expect(perform(tx, ann, sendAnswer, { ticketId, text: "Hello" })).rejects.toThrow("tickets.isMerged");
      expect((await getTicket(tx, ann, ticketId)).status).toBe("closed");
    }),
  );

  test(
    "refuses what would lose something",
    scene(async ({ tx, cast: { ann, mo, cy, cora, tom }, ticketId }) => {
      const other = await open(tx, cora);
      const { number } = other;
      const merge = (facts: object = {}) => perform(tx, ann, mergeTicket, { ticketId, number, ...facts });
      await expect(merge({ number: 99_999 })).rejects.toThrow(Invalid);
      await expect(merge({ ticketId: other.ticketId })).rejects.toThrow(Invalid);
      await expect(perform(tx, cy, mergeTicket, { ticketId, number })).rejects.toThrow();
      await perform(tx, mo, cancelTicket, { ticketId: other.ticketId });
      await expect(merge()).rejects.toThrow("tickets.mergeIntoCancelled");
      const closed = await open(tx, cora);
      await perform(tx, ann, closeTicket, closed);
      await expect(merge({ number: closed.number })).rejects.toThrow("tickets.mergeIntoClosed");
      const internal = await open(tx, ann, { visibility: "internal" });
      await expect(merge({ number: internal.number })).rejects.toThrow("tickets.mergeIntoInternal");
      const technical = await open(tx, tom, { typeKey: "technical", visibility: "internal" });
      await expect(merge({ number: technical.number })).rejects.toThrow("tickets.mergeTechnical");
      // A duplicate that is over goes into what is over.
      await perform(tx, ann, closeTicket, { ticketId });
      await merge({ number: closed.number });
      await expect(merge({ number: closed.number })).rejects.toThrow("tickets.isMerged");
    }),
  );

  test(
    "keeps at the desk what customers have never seen",
    scene(async (it) => {
      const { tx, cast, ticketId } = it;
      const { ann, cy } = cast;
      const internal = await open(tx, ann, { visibility: "internal", requesterId: cy.personId, text: "Kept quiet." });
      await perform(tx, ann, mergeTicket, { ticketId: internal.ticketId, number: 10_001 });
      expect(await textsFor(it, cy, ticketId)).toEqual(["It beeps."]);
      expect(await textsFor(it, ann, ticketId)).toContain("Kept quiet. (#10002)");
    }),
  );

  test(
    "follows a chain to its end, and refuses circles",
    scene(async (it) => {
      const { tx, cast, ticketId } = it;
      const { ann, cy, cora, mia } = cast;
      const second = await open(tx, cora, { text: "Second." });
      const third = await open(tx, mia, { text: "Third." });
      await perform(tx, ann, mergeTicket, { ticketId, number: second.number });
      await perform(tx, ann, mergeTicket, { ticketId: second.ticketId, number: third.number });
      expect(await textsFor(it, cy, third.ticketId)).toEqual(["It beeps. (#10001)", "Second. (#10002)", "Third."]);
      expect((await perform(tx, cy, replyToTicket, { ticketId, text: "!" })).ticketId).toBe(third.ticketId);
      await expect(perform(tx, ann, mergeTicket, { ticketId: third.ticketId, number: 10_001 })).rejects.toThrow(
        Invalid,
      );
      // Into one that is merged itself: into where that goes on.
      const fourth = await open(tx, cy, { text: "Fourth." });
      const merged = await perform(tx, ann, mergeTicket, { ticketId: fourth.ticketId, number: 10_001 });
      expect(merged.intoNumber).toBe(third.number);
      // The first leaves the chain; who came along with it alone leaves both.
      await perform(tx, ann, unmergeTicket, { ticketId: fourth.ticketId });
      expect((await getTicket(tx, ann, third.ticketId)).participantIds).toContain(cy.personId);
      await perform(tx, ann, unmergeTicket, { ticketId });
      expect((await getTicket(tx, ann, third.ticketId)).participantIds).toEqual([cora.personId]);
      expect((await getTicket(tx, ann, second.ticketId)).participantIds).toEqual([]);
      expect(await textsFor(it, mia, third.ticketId)).toEqual(["Second. (#10002)", "Third.", "!"]);
    }),
  );
});

describe("undoing a merge", () => {
  test(
    "restores both, and leaves what was written since where it was written",
    scene(async (it) => {
      const { tx, cast, ticketId } = it;
      const { ann, cy, cora, mia, tom } = cast;
      const other = await open(tx, cora);
      await perform(tx, tom, takeTicket, { ticketId });
      await perform(tx, ann, changeFields, { ticketId, tags: ["ribbon"] });
      await perform(tx, ann, addParticipant, { ticketId, name: "Mia", email: mia.email ?? "" });
      const before = await getTicket(tx, ann, ticketId);
      await perform(tx, ann, mergeTicket, { ticketId, number: other.number });
      // Mia is wanted there for herself as well.
      await perform(tx, ann, removeParticipant, { ticketId: other.ticketId, personId: mia.personId });
      await perform(tx, ann, addParticipant, { ticketId: other.ticketId, name: "Mia", email: mia.email ?? "" });
      await perform(tx, cy, replyToTicket, { ticketId, text: "Written since." });
      await perform(tx, ann, unmergeTicket, { ticketId });
      const { version: _v, lastActivityAt: _a, lastPublicAt: _p, statusSince: _s, ...same } = before;
      expect(await getTicket(tx, ann, ticketId)).toMatchObject(same);
      expect((await getTicket(tx, ann, other.ticketId)).participantIds).toEqual([mia.personId]);
      expect(await textsFor(it, ann, other.ticketId)).toEqual(["It scans nothing.", "Written since."]);
      expect(await namesOf(tx, ticketId)).toContain("ticket.unmerged");
      expect(await namesOf(tx, other.ticketId)).toContain("ticket.gave-back");
      await expect(perform(tx, ann, unmergeTicket, { ticketId })).rejects.toThrow("tickets.notMerged");
      await expect(perform(tx, cy, unmergeTicket, { ticketId })).rejects.toThrow(Forbidden);
    }),
  );

  test(
    "brings a closed one back closed, as long ago as it was",
    scene(async ({ tx, cast: { ann, cora }, ticketId }) => {
      const other = await open(tx, cora);
      await perform(tx, ann, closeTicket, { ticketId });
      const { closedAt } = await getTicket(tx, ann, ticketId);
      await perform(tx, ann, mergeTicket, { ticketId, number: other.number });
      await perform(tx, ann, unmergeTicket, { ticketId });
      expect(await getTicket(tx, ann, ticketId)).toMatchObject({ status: "closed", closedAt });
    }),
  );
});

describe("what is under way while tickets are merged", () => {
  test(
    "an answer that is taken back comes back as a draft where it goes on, and takes along whom it had brought",
    scene(async (it) => {
      const { tx, cast, ticketId } = it;
      const { ann, cora, mia } = cast;
      const other = await open(tx, cora);
      const held = await perform(tx, ann, sendAnswer, {
        ticketId,
        text: "Held.",
        thenStatus: "waiting",
        cc: mia.email ?? "",
      });
      await perform(tx, ann, mergeTicket, { ticketId, number: other.number });
      expect((await getTicket(tx, ann, other.ticketId)).participantIds).toContain(mia.personId);
      await perform(tx, ann, undoReply, { messageId: held.messageId });
      const draft = await findDraft(tx, ann.personId, { ticketId: other.ticketId, kind: "public" });
      expect(draft?.text).toBe("Held.");
      expect((await getTicket(tx, ann, other.ticketId)).participantIds).not.toContain(mia.personId);
      expect(await getTicket(tx, ann, ticketId)).toMatchObject({ status: "closed", statusBeforeMerge: "open" });
      await perform(tx, ann, unmergeTicket, { ticketId });
      expect((await getTicket(tx, ann, ticketId)).status).toBe("open");
    }),
  );

  test(
    "drafts go along, behind what is being typed there",
    scene(async ({ tx, cast: { ann, tom, cy, cora }, ticketId }) => {
      const other = await open(tx, cora);
      const type = (who: Actor, id: number, text: string) =>
        perform(tx, who, saveDraft, { ticketId: id, kind: "public", text, version: 0 });
      await type(ann, ticketId, "Begun here.");
      await type(tom, ticketId, "Two");
      await type(tom, other.ticketId, "One");
      await type(cy, ticketId, "Mine");
      await perform(tx, ann, mergeTicket, { ticketId, number: other.number });
      const there = async (personId: number) =>
        (await findDraft(tx, personId, { ticketId: other.ticketId, kind: "public" }))?.text;
      expect(await there(ann.personId)).toBe("Begun here.");
      expect(await there(tom.personId)).toBe("One\n\nTwo");
      expect(await there(cy.personId)).toBe("Mine");
    }),
  );

  test("two who merge each other's way at once: one merge stands, and nobody waits for ever", async () => {
    const { db } = await freshDb();
    const { ann, tom, cy } = await castOf(db);
    for (let round = 0; round < 5; round++) {
      const one = await act(db, cy, openTicket, { subject: "One", text: "1" });
      const two = await act(db, cy, openTicket, { subject: "Two", text: "2" });
      const results = await Promise.allSettled([
        act(db, ann, mergeTicket, { ticketId: one.ticketId, number: two.number }),
        act(db, tom, mergeTicket, { ticketId: two.ticketId, number: one.number }),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
      const [lost] = results.filter((each) => each.status === "rejected");
      expect([Conflict, Invalid].some((kind) => lost?.reason instanceof kind)).toBe(true);
      const merged = [await getTicket(db, ann, one.ticketId), await getTicket(db, ann, two.ticketId)];
      expect(merged.filter(({ mergedInto }) => mergedInto !== null)).toHaveLength(1);
    }
  });

  test(
    "outsiders learn nothing from it",
    scene(async ({ tx, cast: { ann, cy, cora, eve }, ticketId }) => {
      const other = await open(tx, cora);
      await perform(tx, ann, mergeTicket, { ticketId, number: other.number });
      await expect(perform(tx, eve, replyToTicket, { ticketId, text: "Hi" })).rejects.toThrow(NotFound);
      await expect(perform(tx, cy, mergeTicket, { ticketId: other.ticketId, number: 10_001 })).rejects.toThrow();
    }),
  );
});
